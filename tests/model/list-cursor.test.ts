import fc from "fast-check";
import { expect, it } from "vitest";
import { positionOf, toListCursor } from "../../src/model/list-cursor.ts";

const QUOTES = { list: "quotes", arguments: { order: "NEWEST" } };

it("a cursor gives its position back to the list it came from", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      (position) => positionOf(QUOTES, toListCursor(QUOTES, position)) === position,
    ),
  );
});

it.each([
  ["another list", toListCursor({ ...QUOTES, list: "articles" }, "7")],
  ["another order", toListCursor({ ...QUOTES, arguments: { order: "OLDEST" } }, "7")],
  ["nothing at all", "zz"],
  ["a cursor with more behind it", `${toListCursor(QUOTES, "7")}=`],
])("a cursor of %s is refused", (_of, cursor) => {
  expect(() => positionOf(QUOTES, cursor)).toThrow("is not a cursor of this list");
});
