import { render } from "preact";
import { App } from "./app.tsx";
import "@fontsource-variable/source-sans-3";
import "@fontsource-variable/source-serif-4";
import "./styles/tokens.css";
import "./styles/layout.css";
import "./styles/controls.css";
import "./styles/hits.css";
import "./styles/facets.css";
import "./styles/reading.css";
import "./styles/states.css";
import "./styles/verify.css";
import "./styles/draft.css";
import "./styles/corrections.css";

const container = document.getElementById("page");
if (container === null) throw new Error("index.html has no element #page.");

// The page stands as a sketch of itself until here.
container.replaceChildren();
render(<App />, container);
