import { type ErrorCode, VerbatimError } from "../errors.ts";
import { inWords, type WordsOf } from "./fault.ts";

/**
 * What keeps Verbatim from its work where it runs: its index, disk, cluster or model. Whoever runs it learns where and why; whoever asks a server, who can
 * set nothing there and need not know its folders and addresses, whether to try again.
 */
export type ServiceFault =
  /** @param index Where it is: "in FOLDER" or "NAME in OpenSearch". @param writer Who writes, as a sentence begins with it. @param forgottenAfterS Seconds after which a killed one is forgotten; null for at once. */
  | {
      readonly fault: "INDEX_WRITTEN_TO";
      readonly index: string;
      readonly writer: string;
      readonly forgottenAfterS: number | null;
    }
  /** @param index A folder, here and where nothing else is said. */
  | { readonly fault: "INDEX_KEPT_BUSY"; readonly index: string }
  /** @param index Where it is, as in INDEX_WRITTEN_TO. */
  | { readonly fault: "INDEX_REPLACED"; readonly index: string }
  | { readonly fault: "WRITING_TAKEN_OVER" }
  /** Whatever kept a change from being done in whole; null where it can't be told. */
  | { readonly fault: "CHANGE_WRITTEN_DOWN"; readonly because: ServiceFault | null }
  | { readonly fault: "INDEX_UNREADABLE"; readonly index: string }
  /** @param index As a sentence begins with it. @param setting What names it. */
  | {
      readonly fault: "INDEX_OF_OTHER_SCHEMA";
      readonly index: string;
      readonly schema: string;
      readonly reads: number;
      readonly setting: "VERBATIM_DATA_DIR" | "OPENSEARCH_INDEX";
    }
  | { readonly fault: "INDEX_OF_OLDER_SCHEMA"; readonly schema: number }
  /** @param index As a sentence begins with it. */
  | {
      readonly fault: "INDEX_OF_OTHER_MODEL";
      readonly index: string;
      readonly made: IndexModel;
      readonly set: IndexModel;
    }
  | { readonly fault: "INDEX_MADE_ANEW"; readonly index: string }
  | { readonly fault: "FOLDER_DENIED"; readonly index: string }
  | { readonly fault: "DISK_FULL"; readonly index: string }
  /** @param cluster Addresses. */
  | { readonly fault: "CLUSTER_NOT_READY"; readonly cluster: string }
  /** @param cluster Addresses; null where a document was refused in an answer that tells none. */
  | { readonly fault: "CLUSTER_FULL"; readonly cluster: string | null }
  /** @param user Null where none is set. */
  | { readonly fault: "CLUSTER_REFUSES"; readonly cluster: string; readonly user: string | null }
  | {
      readonly fault: "CLUSTER_UNREACHABLE";
      readonly cluster: string;
      readonly reason: string;
      readonly isOfCertificate: boolean;
    }
  | { readonly fault: "MODEL_AWAY"; readonly reason: string };

interface IndexModel {
  readonly model: string;
  readonly dimensions: number;
}

const WRITTEN_DOWN =
  "The change is written down, and whoever writes next carries it out: it need not be asked for again.";

/** What keeps a change from being done in whole, without what else to do: it is done by itself. */
function whyNotDone(because: ServiceFault | null): string {
  switch (because?.fault) {
    case "CLUSTER_FULL":
      return "a disk of the cluster is nearly full, and needs room";
    case "CLUSTER_UNREACHABLE":
      return `OpenSearch does not answer at ${because.cluster} (${because.reason})`;
    case "CLUSTER_NOT_READY":
      return `OpenSearch at ${because.cluster} does not answer now`;
    case "WRITING_TAKEN_OVER":
      return "another process has taken over writing";
    default:
      return "the cluster did not take all of it";
  }
}

/** For whoever runs Verbatim: commands, the start of the server, and its log. */
const OPERATOR_WORDS: WordsOf<ServiceFault> = {
  INDEX_WRITTEN_TO: ({ index, writer, forgottenAfterS }) =>
    `${writer} is writing to the index ${index}. Wait until it has finished, or stop it, and try again${
      forgottenAfterS === null ? "" : `; one that was killed is forgotten after ${forgottenAfterS} seconds`
    }.`,
  INDEX_KEPT_BUSY: ({ index }) => `Another process kept the index in ${index} busy. Try again when it has finished.`,
  INDEX_REPLACED: ({ index }) =>
    `The index ${index} was replaced meanwhile, as by a restore, a repair or a reset: run it again. What it wrote before is not in the new one.`,
  WRITING_TAKEN_OVER: () =>
    "Another process has taken over writing to the index in OpenSearch, for this one said nothing for too long. Run it again: it goes on where it stopped.",
  CHANGE_WRITTEN_DOWN: ({ because }) => `Not all of the change is done yet: ${whyNotDone(because)}. ${WRITTEN_DOWN}`,
  INDEX_OF_OTHER_SCHEMA: ({ index, schema, reads, setting }) =>
    `${index} has the schema version ${schema}, and this version of Verbatim reads ${reads}. ` +
    `Make it again with \`npm run index -- --reset PATH...\`, or set ${setting} to another ${setting === "VERBATIM_DATA_DIR" ? "folder" : "name"}.`,
  INDEX_OF_OLDER_SCHEMA: ({ schema }) =>
    `The index is of the older schema version ${schema}. npm start and npm run index bring it up to date when they open it; then try again.`,
  INDEX_OF_OTHER_MODEL: ({ index, made, set }) =>
    `${index} was made with the model ${made.model} (${made.dimensions} dimensions), and ${set.model} ` +
    `(${set.dimensions} dimensions) is set. Set VERBATIM_MODEL back to ${made.model}, or make the index again ` +
    "with `npm run index -- --reset PATH...`.",
  INDEX_UNREADABLE: ({ index }) =>
    `What lies in ${index} is not an index, or a damaged one. Put a backup back with \`npm run restore -- FILE\`, rescue what can be read with ` +
    "`npm run repair`, make it again with `npm run index -- --reset PATH...`, or set VERBATIM_DATA_DIR to another folder.",
  INDEX_MADE_ANEW: ({ index }) =>
    `Another version of Verbatim has made the index in ${index} anew. Start this one again.`,
  FOLDER_DENIED: ({ index }) =>
    `The index cannot be kept in ${index}: this user may not write there. Set VERBATIM_DATA_DIR to another folder.`,
  DISK_FULL: ({ index }) =>
    `The disk of ${index} is full. Nothing was changed. Make room, or set VERBATIM_DATA_DIR to another disk.`,
  CLUSTER_NOT_READY: ({ cluster }) =>
    `OpenSearch at ${cluster} does not answer now: it has no manager, or lacks a part of the index. Try again when the cluster is green.`,
  CLUSTER_FULL: ({ cluster }) =>
    `OpenSearch${cluster === null ? "" : ` at ${cluster}`} takes no more: a disk of the cluster is nearly full, so that it made the index read-only. ` +
    "Make room or add a node; it allows writing again by itself, and indexing goes on where it stopped.",
  CLUSTER_REFUSES: ({ cluster, user }) =>
    user === null
      ? `OpenSearch at ${cluster} wants a user and a password. Set OPENSEARCH_USER and OPENSEARCH_PASSWORD.`
      : `OpenSearch at ${cluster} does not let in the user ${user}. Check OPENSEARCH_USER and OPENSEARCH_PASSWORD, and what that user may do.`,
  CLUSTER_UNREACHABLE: ({ cluster, reason, isOfCertificate }) =>
    `OpenSearch does not answer at ${cluster} (${reason}). Start it, or set OPENSEARCH_URL to where it is` +
    `${isOfCertificate ? ", and OPENSEARCH_CA to the certificate that vouches for it" : ""}.`,
  MODEL_AWAY: ({ reason }) =>
    `The model does not answer: ${reason}. Try again, or see VERBATIM_MODEL and VERBATIM_TAGGER.`,
};

const AGAIN_SOON = "Try again in a few minutes.";
const OPERATOR_HAS_TO = "Whoever runs the server has to see to it; its log says what.";
const AWAY = `The index can't be reached now. ${AGAIN_SOON} If it stays so: ${OPERATOR_HAS_TO.toLowerCase()}`;

const OTHER_VERSION = `The index is of another version than the server. ${OPERATOR_HAS_TO}`;

/** For whoever asks a server, over any surface: no setting, folder or address of it. */
export const ASKER_WORDS: WordsOf<ServiceFault> = {
  INDEX_WRITTEN_TO: () => `Another process is changing the index. Nothing was changed for you. ${AGAIN_SOON}`,
  INDEX_KEPT_BUSY: () => `The index is busy. ${AGAIN_SOON}`,
  INDEX_REPLACED: () => "The index was replaced meanwhile. Look at what is there now, and ask again.",
  WRITING_TAKEN_OVER: () => "Somebody else is changing the index now. Look at what is there, and try again.",
  CHANGE_WRITTEN_DOWN: () => `Not all of the change is done yet. ${WRITTEN_DOWN}`,
  INDEX_OF_OTHER_SCHEMA: () => OTHER_VERSION,
  INDEX_OF_OLDER_SCHEMA: () => OTHER_VERSION,
  INDEX_OF_OTHER_MODEL: () => `The index was made with another model than the server has. ${OPERATOR_HAS_TO}`,
  INDEX_UNREADABLE: () => `The index can't be read. ${OPERATOR_HAS_TO}`,
  INDEX_MADE_ANEW: () => OTHER_VERSION,
  FOLDER_DENIED: () => `The server can't write to its index. Nothing was changed. ${OPERATOR_HAS_TO}`,
  DISK_FULL: () => `The server's disk is full. Nothing was changed. ${OPERATOR_HAS_TO}`,
  CLUSTER_NOT_READY: () => AWAY,
  CLUSTER_FULL: () => `The index takes no more: a disk is nearly full. ${OPERATOR_HAS_TO}`,
  CLUSTER_REFUSES: () => `The index does not let the server in. ${OPERATOR_HAS_TO}`,
  CLUSTER_UNREACHABLE: () => AWAY,
  MODEL_AWAY: () => `The embedding model does not answer now. Try again, or search by words alone (LEXICAL).`,
};

const CODES: Readonly<Record<ServiceFault["fault"], ErrorCode>> = {
  CHANGE_WRITTEN_DOWN: "INDEX_BUSY",
  INDEX_OF_OTHER_SCHEMA: "INDEX_INCOMPATIBLE",
  INDEX_OF_OLDER_SCHEMA: "INDEX_INCOMPATIBLE",
  INDEX_OF_OTHER_MODEL: "INDEX_INCOMPATIBLE",
  INDEX_WRITTEN_TO: "INDEX_BUSY",
  INDEX_KEPT_BUSY: "INDEX_BUSY",
  INDEX_REPLACED: "INDEX_BUSY",
  WRITING_TAKEN_OVER: "INDEX_BUSY",
  INDEX_UNREADABLE: "INDEX_INCOMPATIBLE",
  INDEX_MADE_ANEW: "INDEX_INCOMPATIBLE",
  FOLDER_DENIED: "BAD_SETTING",
  DISK_FULL: "DISK_FULL",
  CLUSTER_NOT_READY: "INDEX_BUSY",
  CLUSTER_FULL: "DISK_FULL",
  CLUSTER_REFUSES: "BAD_SETTING",
  CLUSTER_UNREACHABLE: "BAD_SETTING",
  MODEL_AWAY: "MODEL_UNAVAILABLE",
};

const codeOf = (fault: ServiceFault): ErrorCode =>
  fault.fault === "CHANGE_WRITTEN_DOWN" && fault.because !== null ? codeOf(fault.because) : CODES[fault.fault];

/** Something that is not as it should be where Verbatim runs. The message is for whoever runs it; the details, which go out to all, are the fault's name alone. */
export class ServiceError extends VerbatimError {
  readonly fault: ServiceFault;

  constructor(fault: ServiceFault, cause?: unknown) {
    super(codeOf(fault), inWords(OPERATOR_WORDS, fault), { fault: fault.fault }, cause);
    this.name = "ServiceError";
    this.fault = fault;
  }
}

/** What whoever asks a server learns of a failure that is not theirs; the log tells the rest. */
export const reasonForAskers = (error: unknown): string =>
  error instanceof ServiceError
    ? inWords(ASKER_WORDS, error.fault)
    : "Something went wrong on the server. Its log says what.";
