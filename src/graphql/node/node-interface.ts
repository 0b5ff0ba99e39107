import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", { description: "Anything with an id by which `node(id:)` gives it again." })
export abstract class NodeInterface {
  @Field(() => ID, {
    description:
      "Opaque, and stable: the same on every machine and after every rebuild of the index, so a citation stays good.",
  })
  readonly id!: string;
}
