import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { formatGraphqlError } from "../../src/graphql/errors/format-graphql-error.ts";
import { explainFailure } from "../../src/mcp/explain-failure.ts";
import { inWords } from "../../src/model/fault.ts";
import { ASKER_WORDS, ServiceError, type ServiceFault } from "../../src/model/service-fault.ts";

const SECRET = "/srv/quiet-corner";
const CLUSTER = "https://quiet-corner.example:9200";
const MODEL = { model: "quiet-corner", dimensions: 384 };

const FAULTS: readonly ServiceFault[] = [
  {
    fault: "INDEX_WRITTEN_TO",
    index: `in ${SECRET}`,
    writer: "npm run index (process 7 on quiet-corner)",
    forgottenAfterS: 30,
  },
  { fault: "INDEX_KEPT_BUSY", index: SECRET },
  { fault: "INDEX_REPLACED", index: SECRET },
  { fault: "WRITING_TAKEN_OVER" },
  { fault: "CHANGE_WRITTEN_DOWN", because: { fault: "CLUSTER_NOT_READY", cluster: CLUSTER } },
  { fault: "INDEX_UNREADABLE", index: SECRET },
  { fault: "INDEX_OF_OTHER_SCHEMA", index: SECRET, schema: "3", reads: 9, setting: "VERBATIM_DATA_DIR" },
  { fault: "INDEX_OF_OLDER_SCHEMA", schema: 8 },
  { fault: "INDEX_OF_OTHER_MODEL", index: SECRET, made: MODEL, set: MODEL },
  { fault: "INDEX_MADE_ANEW", index: SECRET },
  { fault: "FOLDER_DENIED", index: SECRET },
  { fault: "DISK_FULL", index: SECRET },
  { fault: "CLUSTER_NOT_READY", cluster: CLUSTER },
  { fault: "CLUSTER_FULL", cluster: CLUSTER },
  { fault: "CLUSTER_REFUSES", cluster: CLUSTER, user: "quiet-corner" },
  { fault: "CLUSTER_UNREACHABLE", cluster: CLUSTER, reason: "quiet-corner is down", isOfCertificate: true },
  { fault: "MODEL_AWAY", reason: "quiet-corner is no file" },
];

/** What somebody elsewhere can do nothing with, and need not know. */
const OF_THE_MACHINE = /quiet-corner|[A-Z]+_[A-Z_]+|npm/;

/** A log, and what was written to it. */
function listeningLog() {
  const lines: string[] = [];
  return { lines, logger: pino({}, { write: (line) => lines.push(JSON.parse(line).msg) }) };
}

describe("what is wrong where Verbatim runs", () => {
  it("is known with words for each fault", () => {
    expect(FAULTS.map(({ fault }) => fault).sort()).toEqual(Object.keys(ASKER_WORDS).sort());
  });

  it.each(FAULTS)("is told in full to whoever runs it, and in the log: $fault", (fault) => {
    const error = new ServiceError(fault);
    expect(error.message).toMatch(/^\S.{15,}[.]$/);
    const { lines, logger } = listeningLog();
    explainFailure(error, logger);
    formatGraphqlError(logger)({ message: "" }, error);
    expect(lines).toEqual([error.message, error.message]);
  });

  it.each(FAULTS)(
    "tells whoever asks from elsewhere nothing of the machine, and a program which fault it is: $fault",
    (fault) => {
      const { logger } = listeningLog();
      const error = new ServiceError(fault);
      const told = formatGraphqlError(logger)({ message: "" }, error);
      expect(told.extensions).toEqual({ code: error.code, fault: fault.fault });
      for (const words of [told.message, explainFailure(error, logger), inWords(ASKER_WORDS, fault)]) {
        expect(words).toMatch(/^\S.{15,}[.]$/);
        expect(words).not.toMatch(OF_THE_MACHINE);
      }
    },
  );

  it("has the code of what kept a change from being done in whole", () => {
    const error = new ServiceError({ fault: "CHANGE_WRITTEN_DOWN", because: { fault: "CLUSTER_FULL", cluster: null } });
    expect(error.code).toBe("DISK_FULL");
    expect(error.message).toContain("it need not be asked for again");
  });
});
