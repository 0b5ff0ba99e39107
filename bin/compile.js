import { readdirSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const COMMANDS = "scripts";
/** What else is started by its name. */
const OTHER_PROGRAMS = ["src/main.ts", "scripts/faults/make-changes.ts", "scripts/faults/open-index.ts"];
/** So a module names a program that it starts in a process or thread of its own, or else its own address. */
const ADDRESS = /new URL\("(\.[^"]+\.ts)", import\.meta\.url\)|import\.meta\.url/g;

/** Writes every program of the project into a folder as JavaScript, all files side by side; what several share stands there once. */
export async function compile(folder) {
  const named = namedPrograms();
  await build({
    configFile: false,
    root: PROJECT,
    publicDir: false,
    logLevel: "warn",
    plugins: [addressesOfSources(folder, named)],
    // Data of a package, which Node would want to be imported otherwise than our sources do.
    ssr: { noExternal: [/\.json$/] },
    build: {
      ssr: true,
      outDir: folder,
      target: "node20",
      minify: false,
      rolldownOptions: {
        input: named,
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
}

function namedPrograms() {
  const commands = readdirSync(resolve(PROJECT, COMMANDS)).filter((name) => name.endsWith(".ts"));
  return [...commands.map((name) => `${COMMANDS}/${name}`), ...OTHER_PROGRAMS].map((path) => resolve(PROJECT, path));
}

/**
 * A compiled module lies elsewhere than its source, beside which stands what it reads. So it takes the address of its source for its own;
 * but a program that it starts is compiled, too.
 * @param named The programs that are compiled anyway.
 */
function addressesOfSources(folder, named) {
  return {
    name: "addresses-of-sources",
    transform: {
      filter: { code: "import.meta.url", id: /^(?!.*node_modules).*\.ts$/ },
      handler(code, id) {
        const source = relative(folder, id).split(sep).join("/");
        const addressOf = (_, program) => {
          if (program === undefined) return `new URL(${JSON.stringify(source)}, import.meta.url).href`;
          const path = resolve(dirname(id), program);
          const fileName = `${basename(program, ".ts")}.js`;
          if (!named.includes(path)) this.emitFile({ type: "chunk", id: path, fileName });
          return `new URL("./${fileName}", import.meta.url)`;
        };
        return { code: code.replace(ADDRESS, addressOf) };
      },
    },
  };
}
