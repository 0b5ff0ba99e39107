import { Field, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { description: "Where a page stands in its list, as Relay's connections have it." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows: ask for it with `after: endCursor`." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether something went before, which is so whenever `after` was given." })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the page's first item; null for an empty page." })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the page's last item; null for an empty page." })
  readonly endCursor!: string | null;
}
