import type { Part, PartClock } from "./part-clock.ts";

/** Which part a method's time counts for. */
export type PartOfMethod<T> = Readonly<Partial<Record<keyof T, Part>>>;

/** The same object; the time of the methods named, which all give promises, goes to the clock. */
export function timeCalls<T extends object>(target: T, partOf: PartOfMethod<T>, clock: PartClock): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== "function") return value;
      const call = value.bind(object) as (...args: readonly unknown[]) => Promise<unknown>;
      const part = partOf[name as keyof T];
      return part === undefined ? call : (...args: readonly unknown[]) => clock.time(part, () => call(...args));
    },
  });
}
