import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Viewer } from "./documents.ts";

/** Who reads, as far as it is known. */
export const ViewerContext = createContext<Viewer | null>(null);

/** Whether the reader may put right what is shown. */
export const useMayWrite = (): boolean => useContext(ViewerContext)?.mayWrite ?? false;
