import { Ctx, Query, Resolver } from "type-graphql";
import type { StoreInfo } from "../../store/quote-store.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { IndexInfoType } from "./index-info-type.ts";

@Resolver()
export class IndexQuery {
  @Query(() => IndexInfoType, { description: "What the index holds, and what it was made with." })
  index(@Ctx() { store }: GraphqlContext): Promise<StoreInfo> {
    return store.info();
  }
}
