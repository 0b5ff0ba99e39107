import { Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../graphql-context.ts";
import { ViewerType } from "./viewer-type.ts";

@Resolver()
export class ViewerQuery {
  @Query(() => ViewerType, { description: "Who asks, and what they may do." })
  viewer(@Ctx() { holder, editor }: GraphqlContext): ViewerType {
    return {
      name: holder?.name ?? null,
      mayWrite: editor !== null && holder?.role === "write",
      canSignIn: editor !== null || holder !== null,
    };
  }
}
