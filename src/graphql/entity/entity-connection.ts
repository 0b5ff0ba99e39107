import { connectionType } from "../connection/connection-type.ts";
import { EntityInterface } from "./entity-interface.ts";

export const EntityConnection = connectionType("Entity", () => EntityInterface, "entities");
