import { Command } from "commander";
import { EXIT, failWith, inWorkingDirectory } from "./command-line.ts";
import { confusionTables } from "./evaluate/confusion-tables.ts";
import { nameConfusions, peopleConfusions, pronounConfusions } from "./evaluate/entities/confusions.ts";
import { scoreTable } from "./evaluate/entities/entity-report.ts";
import { scoreEntities } from "./evaluate/entities/entity-scores.ts";
import { foundEntities } from "./evaluate/entities/found-entities.ts";
import { type GoldArticle, readGold } from "./evaluate/entities/gold-article.ts";
import { judgeNames } from "./evaluate/entities/judge-names.ts";
import { judgePeople, judgePronouns } from "./evaluate/entities/judge-people.ts";
import { extractions } from "./extractions.ts";

const HELP = `
The file has one article a line: {"id", "text", "mentions": [{"cluster", "type", "form", "start", "end", "headStart",
"headEnd"}]}, as in GUM. A name counts as found when what was found covers its key word (headStart to headEnd). Of the
pronouns "precision" is of those put to somebody, "recall" of all. docs/quotes.md has the figures and what they mean.

Exit code: 0 when all could be read, 1 when something failed, 2 for a wrong command line.`;

const command = new Command("npm run --silent eval:entities --")
  .description(
    "Measures people, organizations, places and pronouns against annotated articles; shows the worst confusions.",
  )
  .requiredOption("--gold <file>", "annotated articles (JSON Lines)")
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

await run(command.opts<{ readonly gold: string }>().gold).catch(failWith);

async function run(file: string): Promise<void> {
  const gold = readGold(inWorkingDirectory(file));
  const judged = new Map<string, ReturnType<typeof judge>>();
  for await (const result of extractions([file])) {
    if ("error" in result) throw result.error;
    const article = gold.get(result.line.id);
    if (article) judged.set(article.id, judge(article, foundEntities(article.text, result.line)));
  }
  print(judged);
}

function judge(article: GoldArticle, found: ReturnType<typeof foundEntities>) {
  const people = judgePeople(article, found);
  return { names: judgeNames(article, found), people, pronouns: judgePronouns(article, found, people) };
}

function print(judged: ReadonlyMap<string, ReturnType<typeof judge>>): void {
  const articles = [...judged.values()];
  const names = {
    gold: articles.flatMap((one) => one.names.gold),
    found: articles.flatMap((one) => one.names.found),
  };
  const pronouns = articles.flatMap((one) => one.pronouns);
  const people = new Map([...judged].map(([id, one]) => [id, one.people]));
  const parts = [
    scoreTable(scoreEntities({ names, people: [...people.values()].flat(), pronouns })),
    confusionTables("names, annotated -> found", nameConfusions(names)),
    confusionTables("names of people", peopleConfusions(people)),
    confusionTables("pronouns", pronounConfusions(pronouns)),
  ];
  process.stdout.write(`${parts.join("\n\n\n")}\n`);
}
