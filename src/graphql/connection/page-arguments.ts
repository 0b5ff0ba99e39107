import { ArgsType, Field, Int } from "type-graphql";

/** Items of a page where `first` is not given. */
export const LIST_PAGE_SIZE = 20;

/** The arguments of every list. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    defaultValue: LIST_PAGE_SIZE,
    description: "How many to give, from 1 to 100.",
  })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Begin after this cursor: the `endCursor` of the page before, asked with the same arguments.",
  })
  readonly after?: string | null;
}
