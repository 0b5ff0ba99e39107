import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { placeOf } from "./index-place.ts";
import { READY } from "./killed-command.ts";

/** Opens an index, which brings one of an older schema up to date: a process to be killed. */
const place = placeOf(process.argv[2] ?? "");
process.stdout.write(`${READY}\n`);
await (await openStoreForWriting(place)).close();
