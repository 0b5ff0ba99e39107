import { groupBy } from "../../../model/group-by.ts";
import { decideWhom } from "../../people/decide-whom.ts";
import { FullNamed, SAMPLE_ARTICLES } from "../../people/full-named.ts";
import type { NamesToSettle } from "../../people/names-to-settle.ts";
import { groupsNamedInFull, type Member } from "../documents/article-document.ts";
import { moveMember } from "./article-members.ts";
import type { ArticlePeople, Directory, Sample } from "./directory.ts";

const COLUMNS = ["surnames", "firstNames"] as const;

/** Names whose samples are asked for in one request: each is up to 128 articles with whom they name. */
const NAMES_AT_ONCE = 10;

/**
 * Ties names without a first name to the people whom they mean: those that are new, and all of a name for which the
 * people in full are others now. Gives the articles that were changed by it.
 */
export async function settleShortNames(directory: Directory, names: NamesToSettle): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const settledAll = new Set<string>();
  const both = await directory.shortNamesAmong([...names.full.keys()]);
  for await (const [name, samples] of withSamples(directory, [...both])) {
    if (![...(names.full.get(name) ?? [])].some((id) => samples.some((sample) => wouldHold(sample, id)))) continue;
    await settle(directory, name, await directory.withShortName(name), { samples, changed });
    settledAll.add(name);
  }
  const left = [...names.short.keys()].filter((name) => !settledAll.has(name));
  for await (const [name, samples] of withSamples(directory, left)) {
    const articles = await directory.articles([...(names.short.get(name) ?? [])]);
    await settle(directory, name, articles, { samples, changed });
  }
  return changed;
}

/** All of some names anew. */
export async function settleAll(directory: Directory, names: Iterable<string>): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const short = await directory.shortNamesAmong([...names].sort());
  for await (const [name, samples] of withSamples(directory, [...short])) {
    await settle(directory, name, await directory.withShortName(name), { samples, changed });
  }
  return changed;
}

/** What is settled meanwhile changes no sample: people who are named in full stay who they are. */
async function* withSamples(directory: Directory, names: readonly string[]) {
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
    yield* await directory.samples(names.slice(start, start + NAMES_AT_ONCE), COLUMNS);
  }
}

/** Whether an article that names somebody so called belongs, or belonged, to those that tell how common the people are. */
function wouldHold(sample: Sample, articleId: string): boolean {
  const largest = sample[SAMPLE_ARTICLES - 1]?.id ?? null;
  return largest === null || articleId <= largest;
}

interface Settling {
  readonly samples: readonly Sample[];
  readonly changed: Set<string>;
}

async function settle(
  directory: Directory,
  name: string,
  articles: readonly ArticlePeople[],
  { samples, changed }: Settling,
): Promise<void> {
  const people = peopleCalled(name, samples);
  const shortNames = articles.flatMap((article) =>
    article.members.filter((member) => isShort(member, name)).map(({ id }) => ({ articleId: article.id, id })),
  );
  const current = new Map(articles.map((article) => [article.id, article]));
  await directory.load(
    articles.flatMap(({ members }) => members.filter((m) => isShort(m, name)).map((m) => m.entityId)),
  );
  for (const { articleId, id } of shortNames.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const article = current.get(articleId) as ArticlePeople;
    const member = article.members.find((one) => one.id === id) as Member;
    const moved = await settleOne(directory, article, member, people);
    if (moved !== article) changed.add(articleId);
    current.set(articleId, moved);
  }
}

async function settleOne(
  directory: Directory,
  article: ArticlePeople,
  member: Member,
  people: readonly FullNamed[],
): Promise<ArticlePeople> {
  const { groupId, person } = member;
  const first = person?.first ?? null;
  const known = directory.known.entityIdOf(groupId, "PERSON", person);
  const seen = { ...seenIn(article, member), beside: groupsNamedInFull(article.members) };
  const { entityId, mayBe } = decideWhom({ groupId, first, seen }, people, known === groupId ? null : known);
  const settled = entityId === member.entityId ? article : await moveMember(directory, article, member, entityId);
  if (entityId === groupId) (await directory.entity(groupId, "PERSON")).mayBe = mayBe;
  return settled;
}

const isShort = ({ linkKey, person }: Member, name: string): boolean => linkKey === null && person?.last === name;

/** The people whose surname or first name a name is, by the samples of articles. */
function peopleCalled(name: string, samples: readonly Sample[]): readonly FullNamed[] {
  const [bySurname = [], byFirstName = []] = samples.map((sample, column) => {
    const isFirstName = column === 1;
    const isCalled = ({ linkKey, person }: Member) =>
      linkKey !== null && (isFirstName ? person?.first : person?.last) === name;
    return fullNamed(sample, isCalled, isFirstName);
  });
  const known = new Set(bySurname.map(({ id }) => id));
  return [...bySurname, ...byFirstName.filter(({ id }) => !known.has(id))];
}

function fullNamed(sample: Sample, isCalled: (member: Member) => boolean, isFirstName: boolean): readonly FullNamed[] {
  const rows = sample
    .flatMap((article) => article.members.filter(isCalled).map((member) => ({ article, member })))
    .sort((a, b) => (a.member.id < b.member.id ? -1 : 1));
  return [...groupBy(rows, ({ member }) => member.entityId)].map(([id, members]) => {
    const seen = members.map(({ article, member }) => ({
      ...seenIn(article, member),
      beside: groupsNamedInFull(article.members).filter((group) => group !== member.groupId),
    }));
    return new FullNamed(id, isFirstName, seen, new Set(members.map(({ member }) => member.person?.first ?? "")));
  });
}

const seenIn = ({ id, publisherFolded, publishedAt }: ArticlePeople, member: Member) => ({
  articleId: id,
  mentions: member.mentionCount,
  titles: member.titles,
  gender: member.person?.gender ?? null,
  publisher: publisherFolded,
  publishedAt,
});
