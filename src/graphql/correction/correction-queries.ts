import { Args, Ctx, Query, Resolver } from "type-graphql";
import { type Connection, listConnection } from "../connection/connection.ts";
import { PageArguments } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { CorrectionConnection } from "./correction-connection.ts";
import { CorrectionType } from "./correction-type.ts";

@Resolver()
export class CorrectionQueries {
  @Query(() => CorrectionConnection, {
    description: "All that people put right, the latest first; what was undone, too.",
  })
  corrections(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: GraphqlContext,
  ): Promise<Connection<CorrectionType>> {
    return listConnection(
      { list: "corrections", arguments: {} },
      page,
      (request) => store.listCorrections(request),
      (correction) => new CorrectionType(correction),
    );
  }
}
