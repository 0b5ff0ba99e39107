import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (name: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, "..", name), "utf8"));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const { dependencies, devDependencies, allowScripts }: Manifest = read("package.json");
const packages = Object.entries(read("package-lock.json").packages as Record<string, LockedPackage>)
  .filter(([path]) => path !== "")
  .map(([path, locked]) => ({ ...locked, name: path.replace(/^.*node_modules\//, "") }));

const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

/** What may be handed on with Verbatim, or is only used to build it; a licence that is none of these is read before it comes in. */
const LICENCES = new Set([
  ..."MIT ISC 0BSD MIT-0 Apache-2.0 BSD BSD-2-Clause BSD-3-Clause BlueOak-1.0.0".split(" "),
  "(MIT OR CC0-1.0)",
  "(MIT OR WTFPL)",
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
  "(MIT AND BSD-3-Clause)",
  "(BSD-2-Clause OR MIT OR Apache-2.0)",
  // sharp's picture library, beside which nothing of ours is linked; Verbatim loads it for no picture.
  "LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
  // flatbuffers: its file is the Apache License 2.0.
  "SEE LICENSE IN LICENSE.txt",
]);

/** Tools and type: in no installation for production. */
const LICENCES_FOR_BUILDING = new Set(["MIT OR Apache-2.0", "MPL-2.0", "OFL-1.1", "PSF-2.0"]);

describe("what is installed", () => {
  it("is pinned to one version", () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
    expect(loose).toEqual([]);
  });

  it("comes from npm's registry, and is what it was when it was chosen", () => {
    const elsewhere = packages.filter(({ resolved = "" }) => !/^(?:https:\/\/registry\.npmjs\.org\/|$)/.test(resolved));
    expect(namesOf(elsewhere)).toEqual([]);
    // npm does not always write the hashes of what other platforms need.
    const unproven = packages.filter(({ integrity = "", optional }) => !optional && !integrity.startsWith("sha512-"));
    expect(namesOf(unproven)).toEqual([]);
  });

  it("runs no script while it is installed that is not on the list", () => {
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(scripted.filter((name) => allowScripts[name] !== true)).toEqual([]);
  });

  it("has a licence that allows it", () => {
    const others = packages.filter(
      ({ license = "", dev }) => !LICENCES.has(license) && !(dev && LICENCES_FOR_BUILDING.has(license)),
    );
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });
});
