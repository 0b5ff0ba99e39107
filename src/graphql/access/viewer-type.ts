import { Field, ObjectType } from "type-graphql";

@ObjectType("Viewer", { description: "Who asks, as a token tells." })
export class ViewerType {
  @Field(() => String, { nullable: true, description: "The name that goes with the token; null without one." })
  readonly name!: string | null;

  @Field(() => Boolean, { description: "Whether this one may add, remove and put right." })
  readonly mayWrite!: boolean;

  @Field(() => Boolean, { description: "Whether there is a token to sign in with at /sign-in." })
  readonly canSignIn!: boolean;
}
