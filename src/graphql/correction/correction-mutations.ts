import { Arg, Args, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { localIdOf } from "../../model/global-id.ts";
import { editorOf } from "../access/editor-of.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { CorrectAttributionArguments, toAttribution } from "./correct-attribution-arguments.ts";
import { CorrectionType } from "./correction-type.ts";
import { ReasonArguments, reasonIn } from "./reason-arguments.ts";

const PERSON = "An id of a Person that an answer gave.";

@Resolver()
export class CorrectionMutations {
  @Mutation(() => CorrectionType, {
    description:
      "Puts a quote to another speaker or to nobody, or tells otherwise whether it was said. It is sure from then on, and stays so when the article is indexed again.",
  })
  async correctAttribution(
    @Args(() => CorrectAttributionArguments) given: CorrectAttributionArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<CorrectionType> {
    const { editor, by } = editorOf(context);
    const quoteId = localIdOf(given.quote, "Quote");
    return toType(await editor.correctAttribution(quoteId, toAttribution(given), { by, reason: reasonIn(given) }));
  }

  @Mutation(() => CorrectionType, {
    description: "Takes a quote that is none out of search, answers, verdicts, counts and exports.",
  })
  async hideQuote(
    @Arg("quote", () => ID, { description: "An id of a Quote that an answer gave." }) quote: string,
    @Args(() => ReasonArguments) given: ReasonArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<CorrectionType> {
    const { editor, by } = editorOf(context);
    return toType(await editor.hideQuote(localIdOf(quote, "Quote"), { by, reason: reasonIn(given) }));
  }

  @Mutation(() => CorrectionType, {
    description: "Makes people one who are one: one page, with all that any of them said.",
  })
  async mergePeople(
    @Arg("people", () => [ID], { description: "Ids of people who are the same as `into`." }) people: readonly string[],
    @Arg("into", () => ID, { description: PERSON }) into: string,
    @Args(() => ReasonArguments) given: ReasonArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<CorrectionType> {
    const { editor, by } = editorOf(context);
    const ids = people.map((id) => localIdOf(id, "Person"));
    return toType(await editor.mergePeople(ids, localIdOf(into, "Person"), { by, reason: reasonIn(given) }));
  }

  @Mutation(() => CorrectionType, {
    description: "Makes whom some articles name somebody else, with a page of their own: the first of `people`.",
  })
  async splitPerson(
    @Arg("person", () => ID, { description: PERSON }) person: string,
    @Arg("articles", () => [ID], { description: "Ids of the articles that mean somebody else by the name." })
    articles: readonly string[],
    @Arg("name", () => String, { nullable: true, description: "What to call the other; the same without it." })
    name: string | null,
    @Args(() => ReasonArguments) given: ReasonArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<CorrectionType> {
    const { editor, by } = editorOf(context);
    const articleIds = articles.map((id) => localIdOf(id, "Article"));
    const signature = { by, reason: reasonIn(given) };
    return toType(await editor.splitPerson(localIdOf(person, "Person"), articleIds, name ?? null, signature));
  }

  @Mutation(() => CorrectionType, { description: "Calls a person otherwise; the other names still find them." })
  async renamePerson(
    @Arg("person", () => ID, { description: PERSON }) person: string,
    @Arg("name", () => String, { description: "What to call the person." }) name: string,
    @Args(() => ReasonArguments) given: ReasonArguments,
    @Ctx() context: GraphqlContext,
  ): Promise<CorrectionType> {
    const { editor, by } = editorOf(context);
    return toType(await editor.renamePerson(localIdOf(person, "Person"), name, { by, reason: reasonIn(given) }));
  }

  @Mutation(() => CorrectionType, {
    description: "Makes everything what it would be without a correction, which is kept as undone.",
  })
  async undoCorrection(
    @Arg("id", () => ID, { description: "An id of a Correction that an answer gave." }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<CorrectionType> {
    const { editor, by } = editorOf(context);
    return toType(await editor.undoCorrection(localIdOf(id, "Correction"), by));
  }
}

const toType = (correction: ConstructorParameters<typeof CorrectionType>[0]): CorrectionType =>
  new CorrectionType(correction);
