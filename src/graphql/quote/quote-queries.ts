import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { localIdOf } from "../../model/global-id.ts";
import { withIdsForNames } from "../../search/names/ids-in-filter.ts";
import type { QuoteOrder } from "../../store/quote-store.ts";
import { type Connection, listConnection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { QuoteConnection } from "./quote-connection.ts";
import { QuoteFilterInput, toQuoteFilter } from "./quote-filter-input.ts";
import { QuoteOrderEnum } from "./quote-order-enum.ts";
import { QuoteType } from "./quote-type.ts";

@Resolver()
export class QuoteQueries {
  @Query(() => QuoteType, { nullable: true, description: "One quote by its id; null when it is not in the index." })
  async quote(
    @Arg("id", () => ID, { description: "An id that an answer gave." }) id: string,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<QuoteType | null> {
    const quote = await loaders.quotes.load(localIdOf(id, "Quote"));
    return quote && new QuoteType(quote);
  }

  @Query(() => QuoteConnection, {
    description:
      "The quotes of the index, also what is denied, refused or asked: see `assertion`. To find quotes by what they say, use `search`.",
  })
  async quotes(
    @Arg("filter", () => QuoteFilterInput, { nullable: true, description: "Which ones; all without it." })
    input: QuoteFilterInput | null,
    @Arg("orderBy", () => QuoteOrderEnum, { nullable: true, description: "In which order; NEWEST without it." })
    orderBy: QuoteOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<QuoteType>> {
    const order = orderBy ?? "NEWEST";
    const filter = await withIdsForNames(store, toQuoteFilter(input));
    return listConnection(
      { list: "quotes", arguments: { filter, order } },
      page,
      (request) => store.listQuotes(filter, order, request),
      (quote) => new QuoteType(quote),
    );
  }
}
