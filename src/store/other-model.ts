import { ServiceError } from "../model/service-fault.ts";
import type { VectorModel } from "./vector-model.ts";

/** INDEX_INCOMPATIBLE: an index holds vectors of another model. @param index As a sentence begins with it. */
export const otherModel = (index: string, made: VectorModel, set: VectorModel): ServiceError =>
  new ServiceError({ fault: "INDEX_OF_OTHER_MODEL", index, made: picked(made), set: picked(set) });

const picked = ({ model, dimensions }: VectorModel): VectorModel => ({ model, dimensions });
