import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { z } from "zod";

/**
 * The same schema for a tool's arguments as models give them: null and an empty text are arguments left out, "5" is 5, and one value
 * is a list of one. An argument that the tool does not have is named with those that it has.
 */
export function forgiving<Input extends z.ZodObject>(
  input: Input,
): StandardSchemaWithJSON<z.input<Input>, z.output<Input>> {
  const { jsonSchema, version } = input["~standard"];
  const validate = (given: unknown) => {
    const { success, data, error } = readArguments(input, given);
    return success ? { value: data } : { issues: [{ message: error }] };
  };
  return { "~standard": { version, vendor: "verbatim", jsonSchema, validate } };
}

type ReadArguments<Input extends z.ZodObject> =
  | { readonly success: true; readonly data: z.output<Input>; readonly error?: undefined }
  | { readonly success: false; readonly data?: undefined; readonly error: string };

/** The arguments as the tool's schema has them, or a sentence for each that does not fit. */
export function readArguments<Input extends z.ZodObject>(input: Input, given: unknown): ReadArguments<Input> {
  const { success, data, error } = input.safeParse(tidy(input, given ?? {}));
  return success
    ? { success, data }
    : { success, error: error.issues.map((issue) => explain(input, issue)).join("\n") };
}

function explain(input: z.ZodObject, issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const [unknown, known] = [issue.keys, Object.keys(input.shape)].map(inMarks);
    return `There is no argument ${unknown}. There are ${known}.`;
  }
  const [name] = issue.path;
  return name === undefined ? issue.message : `\`${String(name)}\`: ${issue.message}`;
}

const inMarks = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

function tidy(input: z.ZodObject, given: unknown): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const entries = Object.entries(given).map(([name, value]) => [name, fitting(input.shape[name], value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What stands for an argument that is left out stays for one that must be there: the schema says then what to give. */
function fitting(field: z.core.$ZodType | undefined, value: unknown): unknown {
  if (field === undefined) return value;
  const isOptional = z.core.safeParse(field, undefined).success;
  if (isOptional && (value === null || (typeof value === "string" && value.trim() === ""))) return undefined;
  const type = innermost(field)._zod.def.type;
  if (type === "array" && typeof value === "string") return [value];
  if (type === "number" && typeof value === "string" && /^\s*-?\d+\s*$/.test(value)) return Number(value);
  return value;
}

/** Without what says that it may be left out, or what it is then. */
function innermost(field: z.core.$ZodType): z.core.$ZodType {
  const { def } = field._zod;
  return "innerType" in def ? innermost(def.innerType as z.core.$ZodType) : field;
}
