import { readFileSync } from "node:fs";
import ts from "typescript";

/** A regular expression as it stands in a source file. */
export interface FoundPattern {
  /** Such as `src/ingest/html.ts:12`. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in a file as a literal. */
export function findPatterns(path: string): readonly FoundPattern[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: FoundPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const end = node.text.lastIndexOf("/");
      found.push({ where: `${path}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
