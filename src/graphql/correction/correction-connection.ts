import { connectionType } from "../connection/connection-type.ts";
import { CorrectionType } from "./correction-type.ts";

export const CorrectionConnection = connectionType("Correction", () => CorrectionType, "corrections");
