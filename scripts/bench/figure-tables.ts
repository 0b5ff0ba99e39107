import { formatTable } from "../format-table.ts";
import type { ExportFigures } from "./measure-export.ts";
import type { IndexingFigures } from "./measure-indexing.ts";
import type { QueryFigures } from "./measure-queries.ts";
import type { StartFigures } from "./measure-start.ts";
import type { VerificationFigures } from "./measure-verification.ts";
import { PARTS } from "./part-clock.ts";

export const startTable = ({ withoutIndexMs, withIndexMs }: StartFigures): string =>
  formatTable([
    ["Start to first answer", "seconds"],
    ["no index yet: samples indexed first", seconds(withoutIndexMs)],
    ["with the index", seconds(withIndexMs)],
  ]);

export const indexingTable = (figures: IndexingFigures): string =>
  formatTable([
    [`Indexing ${figures.chunks} chunks, chunks/s`, "pipeline", "bare model", "ratio"],
    ...figures.rounds.map(({ indexing, bareModel }, i) => paceRow(`round ${i + 1}`, indexing, bareModel)),
    paceRow("fastest of each", figures.best.indexing, figures.best.bareModel),
  ]);

export const queryTable = (sizes: readonly QueryFigures[]): string =>
  formatTable([
    ["Warm hybrid query over GraphQL", ...sizes.map(({ chunks }) => `${chunks.toLocaleString("en")} chunks`)],
    ["p50, ms", ...sizes.map(({ p50Ms }) => milliseconds(p50Ms))],
    ["p95, ms", ...sizes.map(({ p95Ms }) => milliseconds(p95Ms))],
    ...PARTS.map((part) => [`  ${part}, median ms`, ...sizes.map(({ partsMs }) => milliseconds(partsMs[part]))]),
    ["  GraphQL and HTTP, median ms", ...sizes.map(({ restMs }) => milliseconds(restMs))],
    ["  an empty request, median ms", ...sizes.map(({ emptyRequestMs }) => milliseconds(emptyRequestMs))],
    ["sum of the four parts / p50", ...sizes.map(({ partsShare }) => percent(partsShare))],
    ["recall@10 of nearest, asked for 10", ...sizes.map(({ nearest }) => recall(nearest.recallAt10[0]))],
    ["recall@10 of nearest, asked for 200", ...sizes.map(({ nearest }) => recall(nearest.recallAt10[1]))],
    ["recall@10 of the graph alone", ...sizes.map(({ nearest }) => recall(nearest.graph.recallAt10))],
    ["  a search in it, median ms", ...sizes.map(({ nearest }) => milliseconds(nearest.graph.searchMs))],
    ["server process, MB", ...sizes.map(({ serverBytes }) => megabytes(serverBytes))],
    ["  with the vector graph, MB", ...sizes.map((size) => megabytes(size.serverWithGraphBytes))],
    ["  of it by the index, kB/chunk", ...sizes.map((size) => kilobytes(size.serverBytesPerChunk))],
    ["model process, MB", ...sizes.map(({ modelBytes }) => (modelBytes === null ? "?" : megabytes(modelBytes)))],
    ["opening the index, ms", ...sizes.map(({ openingMs }) => openingMs.toFixed(0))],
    ["index on disk, kB/chunk", ...sizes.map(({ diskBytes, chunks }) => kilobytes(diskBytes / chunks))],
  ]);

export const filterTable = ({ chunks, nearest }: QueryFigures): string =>
  formatTable([
    [`A filter over ${chunks.toLocaleString("en")} chunks lets through`, "recall@10", "nearest, ms", "rank, ms"],
    ...nearest.filters.map(({ share, recallAt10, nearestMs, rankMs }) => [
      `${(share * 100).toPrecision(3)} %`,
      recall(recallAt10),
      milliseconds(nearestMs),
      milliseconds(rankMs),
    ]),
  ]);

export const verificationTable = (figures: readonly VerificationFigures[]): string =>
  formatTable([
    ["Verifying a quote over GraphQL", "p50, ms", "p95, ms", "verdicts"],
    ...figures.map(({ claims, p50Ms, p95Ms, verdicts }) => [
      claims,
      milliseconds(p50Ms),
      milliseconds(p95Ms),
      Object.entries(verdicts)
        .map(([verdict, count]) => `${count} ${verdict}`)
        .join(", "),
    ]),
  ]);

export const exportTable = ({ rows, milliseconds: ms, memory }: ExportFigures): string =>
  formatTable([
    [`Exporting ${rows} rows in ${seconds(ms)} s`, "server, MB"],
    ...memory.map(({ rows, bytes }) => [String(rows), megabytes(bytes)]),
  ]);

const paceRow = (name: string, indexing: number, bareModel: number): readonly string[] => [
  name,
  indexing.toFixed(1),
  bareModel.toFixed(1),
  (indexing / bareModel).toFixed(3),
];

const recall = (share: number | undefined): string => share?.toFixed(3) ?? "?";
const seconds = (ms: number): string => (ms / 1_000).toFixed(2);
const milliseconds = (ms: number): string => ms.toFixed(2);
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const kilobytes = (bytes: number): string => (bytes / 1e3).toFixed(1);
