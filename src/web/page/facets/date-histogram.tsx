import { useId, useRef, useState } from "preact/hooks";
import { ALL_TIME, isAllTime, type Period } from "../navigation/period.ts";
import { isWithin, type MonthBin, type MonthCount, monthBins } from "./month-bins.ts";

interface DateHistogramProps {
  readonly months: readonly MonthCount[];
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
  /** What the bars do not show: "3 undated". */
  readonly note?: string;
}

/**
 * When it was said: a bar for each month, or each year of a long time. A bar keeps its time alone, or all of it again;
 * two lists keep any time from one to another. One stop of the tab key, the arrow keys go from bar to bar.
 */
export function DateHistogram({ months, period, onPeriod, note = "" }: DateHistogramProps) {
  const bins = monthBins(months);
  if (bins.length < 2 && isAllTime(period)) return null;
  return (
    <fieldset class="histogram">
      <legend>When</legend>
      {bins.length > 1 && <Bars bins={bins} period={period} onPeriod={onPeriod} />}
      <div class="histogram-range">
        <MonthList label="From" bins={bins} value={period.from} onChange={(from) => onPeriod({ ...period, from })} />
        <MonthList label="to" bins={bins} value={period.to} onChange={(to) => onPeriod({ ...period, to })} />
        {!isAllTime(period) && (
          <button type="button" class="action" onClick={() => onPeriod(ALL_TIME)}>
            All time
          </button>
        )}
      </div>
      {note !== "" && <p class="note">{note}</p>}
    </fieldset>
  );
}

interface BarsProps extends Pick<DateHistogramProps, "period" | "onPeriod"> {
  readonly bins: readonly MonthBin[];
}

function Bars({ bins, period, onPeriod }: BarsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(bins.length - 1);
  const highest = Math.max(...bins.map(({ count }) => count));
  const move = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, focused, bins.length);
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    list.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <div class="bars" ref={list} role="toolbar" aria-label="When, bar by bar" onKeyDown={move}>
      {bins.map((bin, place) => (
        <Bar
          key={bin.from}
          bin={bin}
          height={bin.count / highest}
          kept={isWithin(bin, period)}
          alone={period.from === bin.from && period.to === bin.to}
          tabIndex={place === Math.min(focused, bins.length - 1) ? 0 : -1}
          onFocus={() => setFocused(place)}
          onPeriod={onPeriod}
        />
      ))}
    </div>
  );
}

/** Where a key leads among so many bars; null for a key that leads nowhere. */
function placeAfter(key: string, place: number, bars: number): number | null {
  const last = bars - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: Math.max(0, place - 1),
    ArrowRight: Math.min(last, place + 1),
    Home: 0,
    End: last,
  };
  return places[key] ?? null;
}

interface BarProps extends Pick<DateHistogramProps, "onPeriod"> {
  readonly bin: MonthBin;
  /** A share of the highest, 0 to 1. */
  readonly height: number;
  readonly kept: boolean;
  /** Whether the period is this bar's time and no more. */
  readonly alone: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function Bar({ bin: { from, to, count, label }, height, kept, alone, tabIndex, onFocus, onPeriod }: BarProps) {
  const text = `${label}: ${count}`;
  return (
    <button
      type="button"
      class={`bar ${kept ? "is-kept" : ""}`}
      tabIndex={tabIndex}
      aria-pressed={alone}
      aria-label={text}
      title={text}
      onFocus={onFocus}
      onClick={() => onPeriod(alone ? ALL_TIME : { from, to })}
    >
      <span style={{ height: `${height * 100}%` }} />
    </button>
  );
}

interface MonthListProps {
  readonly label: "From" | "to";
  readonly bins: readonly MonthBin[];
  readonly value: string | null;
  readonly onChange: (month: string | null) => void;
}

function MonthList({ label, bins, value, onChange }: MonthListProps) {
  const id = useId();
  const months = bins.map((bin) => ({ month: label === "From" ? bin.from : bin.to, label: bin.label }));
  const edge = label === "From" ? bins[0] : bins.at(-1);
  // An address can hold a month that has no bar of its own.
  const others = value === null || months.some(({ month }) => month === value) ? [] : [{ month: value, label: value }];
  return (
    <span>
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ""} onChange={({ currentTarget }) => onChange(currentTarget.value || null)}>
        <option value="">{edge?.label}</option>
        {[...others, ...months.filter(({ label }) => label !== edge?.label)].map(({ month, label }) => (
          <option key={month} value={month}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}
