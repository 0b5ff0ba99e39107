import { connectionType } from "../connection/connection-type.ts";
import { PersonType } from "./person-type.ts";

export const PersonConnection = connectionType("Person", () => PersonType, "people");
