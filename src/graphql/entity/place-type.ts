import { ObjectType } from "type-graphql";
import { NodeInterface } from "../node/node-interface.ts";
import { EntityInterface } from "./entity-interface.ts";

@ObjectType("Place", {
  implements: [NodeInterface, EntityInterface],
  description: "A country, city, region or other place that articles mention.",
})
export class PlaceType extends EntityInterface {}
