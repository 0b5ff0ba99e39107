// The last part of npm run build.
import { compileIfStale } from "./compiled.js";

await compileIfStale();
