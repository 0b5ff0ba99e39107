import { z } from "zod";
import { dayOf } from "../../model/day.ts";
import { ENTITY_KINDS, type Entity, type EntityKind } from "../../model/entity.ts";
import { NODE_TYPE_OF_ENTITY, toGlobalId } from "../../model/global-id.ts";
import { findByName } from "../../search/names/find-by-names.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { MAX_NAME_LENGTH, oneLine, QUOTED_LINES, quotedLines, shownUrl } from "../quoted-material.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

/** More that share a name are told apart better by a longer name than by reading on. */
const MAX_ENTITIES = 10;
const MAX_ALIASES = 8;
const MAX_TITLES = 5;

const Input = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Give a name, or the beginning of one.")
    .describe("Any name or title, or the beginnings of a name's words; letter case and accents do not matter."),
  kind: z.enum(ENTITY_KINDS).optional().describe("Only entities of this kind."),
});

const Output = z.object({
  entities: z.array(
    z.object({
      id: z.string().describe("Goes into `speaker` of search_quotes."),
      name: z.string(),
      kind: z.enum(ENTITY_KINDS),
      aliases: z.array(z.string()).describe(`Other names that articles use; at most ${MAX_ALIASES}.`),
      titles: z
        .array(z.object({ title: z.string(), asOf: z.string().optional().describe("YYYY-MM-DD") }))
        .describe(
          `Titles and roles with the date of the article that gave them, the current one first; at most ${MAX_TITLES}.`,
        ),
      wikidata: z.string().optional().describe("The item at Wikidata, such as Q42, where the index was told."),
      sameAs: z.array(z.string()).optional().describe("Pages on the person elsewhere, where the index was told."),
      mayBe: z
        .array(z.string())
        .optional()
        .describe("Ids of people whom this name without a first name may mean: never name them as sure."),
      mentions: z.int().describe("How often articles name it."),
      articles: z.int().describe("How many articles name it."),
      quotes: z.int().describe("How many quotes it said."),
    }),
  ),
  hint: z.string().optional(),
});

type ShownEntity = z.infer<typeof Output>["entities"][number];

export const findEntityTool = defineTool({
  name: "find_entity",
  title: "Find a person, organization or place",
  description:
    "Looks a name up in the index: who bears it, under which other names and titles, and how many quotes they said. Use it when a name may be shared or spelled otherwise, and to learn who somebody is.",
  input: Input,
  output: Output,
  answer: findEntity,
});

async function findEntity(
  { store }: ToolParts,
  { name, kind }: z.infer<typeof Input>,
): Promise<ToolAnswer<z.infer<typeof Output>>> {
  const found = await entitiesLike(store, name, kind);
  const entities = found.slice(0, MAX_ENTITIES).map(showEntity);
  const hint = hintFor(found.length, kind);
  const structured = { entities, ...(hint !== undefined && { hint }) };
  const blocks = entities.length === 0 ? [] : [QUOTED_LINES, ...entities.map(entityAsText)];
  return { structured, text: [...blocks, ...(hint === undefined ? [] : [hint])].join("\n\n") };
}

/** Those whom the name may mean first, then those of whose names the words are beginnings; one more than is shown. */
async function entitiesLike(store: QuoteStore, name: string, kind: EntityKind | undefined): Promise<readonly Entity[]> {
  const [named, { items }] = await Promise.all([
    findByName(store, name),
    store.listEntities({ query: name, ...(kind !== undefined && { kind }) }, { first: MAX_ENTITIES + 1, after: null }),
  ]);
  const all = [
    ...named.map(({ entity }) => entity).filter((entity) => kind === undefined || entity.kind === kind),
    ...items.map(({ value }) => value),
  ];
  return [...new Map(all.map((entity) => [entity.id, entity])).values()];
}

function hintFor(found: number, kind: EntityKind | undefined): string | undefined {
  if (found > MAX_ENTITIES) return "There are more: give a longer name, or a `kind`.";
  if (found > 0) return undefined;
  const withoutKind = kind === undefined ? "" : ", or the same without `kind`";
  return `No such name in the index. Try the family name alone, another spelling${withoutKind}; or search_quotes with the name in \`query\`.`;
}

function showEntity(entity: Entity): ShownEntity {
  const { kind, id, name, aliases, titles, mayBe, authority, mentionCount, articleCount, quoteCount } = entity;
  const wikidata = authority?.wikidata ?? null;
  const sameAs = (authority?.sameAs ?? []).flatMap((url) => shownUrl(url) ?? []);
  return {
    id: toGlobalId(NODE_TYPE_OF_ENTITY[kind], id),
    name: oneLine(name, MAX_NAME_LENGTH),
    kind,
    aliases: aliases.slice(0, MAX_ALIASES).map((alias) => oneLine(alias, MAX_NAME_LENGTH)),
    titles: titles.slice(0, MAX_TITLES).map(({ title, asOf }) => ({
      title: oneLine(title, MAX_NAME_LENGTH),
      ...(asOf !== null && { asOf: dayOf(asOf) }),
    })),
    ...(wikidata !== null && { wikidata }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(mayBe.length > 0 && { mayBe: mayBe.map((other) => toGlobalId(NODE_TYPE_OF_ENTITY[kind], other)) }),
    mentions: mentionCount,
    articles: articleCount,
    quotes: quoteCount,
  };
}

function entityAsText(entity: ShownEntity): string {
  const { id, name, kind, aliases, titles, sameAs = [], mayBe = [], mentions, articles, quotes } = entity;
  const head = `${kind}, id ${id}, quotes: ${quotes}, mentions: ${mentions}, articles: ${articles}`;
  const lines = [
    name,
    ...(aliases.length === 0 ? [] : [`also: ${aliases.join("; ")}`]),
    ...titles.map(({ title, asOf }) => `${title}${asOf === undefined ? "" : ` (${asOf})`}`),
    ...(sameAs.length === 0 ? [] : [`see: ${sameAs.join(" ")}`]),
    ...(mayBe.length === 0 ? [] : [`may be, but is not sure to be: ${mayBe.join("; ")}`]),
  ];
  return `${head}\n${quotedLines(lines.join("\n"))}`;
}
