import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "./page-info.ts";

/** What a node class is to type-graphql; interfaces are abstract classes. */
type NodeClass = ClassType | (abstract new (...args: never[]) => object);

/**
 * The GraphQL type of a list of these nodes, with its edges. Its values are plain `Connection` objects.
 * @param nodeClass A function, for the node's class often needs this type first.
 * @param plural What the nodes are called in the descriptions.
 */
export function connectionType(nodeName: string, nodeClass: () => NodeClass, plural: string): ClassType {
  @ObjectType(`${nodeName}Edge`, { description: `One of the ${plural} of a page, with its place in the list.` })
  class Edge {
    @Field(() => String, { description: "Its place in the list; goes into `after`." })
    readonly cursor!: string;

    @Field(nodeClass as () => ClassType, { description: `One of the ${plural}.` })
    readonly node!: object;
  }

  @ObjectType(`${nodeName}Connection`, { description: `A page of ${plural}.` })
  class Connection {
    @Field(() => [Edge], { description: "What the page holds, each with its cursor." })
    readonly edges!: readonly Edge[];

    @Field(() => [nodeClass() as ClassType], { description: "The same without the cursors." })
    readonly nodes!: readonly object[];

    @Field(() => PageInfo, { description: "Whether there is more, and the cursor to ask for it with." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: `How many ${plural} the whole list has.` })
    readonly totalCount!: number;
  }
  return Connection;
}
