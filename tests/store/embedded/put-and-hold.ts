import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { articleFrom } from "../article-fixture.ts";

/** A process of its own: puts one article, says so, and holds the index until it is killed. */
const store = await openStoreForWriting(JSON.parse(process.argv[2] ?? ""));
await store.put(articleFrom({ key: "held", passages: [{ words: "held words" }] }));
process.stdout.write("held\n");
process.stdin.resume();
