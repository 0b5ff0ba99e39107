import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "gql.tada";
import { AskFailure, type GraphqlAnswer, post, readAnswer, toResult } from "./ask.ts";

const EVENTS = "text/event-stream";

/** Its end stands on a line of its own; a line that begins with a colon only keeps the connection open. */
const EVENT_END = "\n\n";
const NEXT = /^event: next\ndata: (.*)$/s;
const COMPLETE = /^event: complete/;

/**
 * Asks the server to be told as it goes: GraphQL over server-sent events, a connection each.
 * @throws AskFailure, also where the answer breaks off; what `fetch` throws once `signal` is aborted.
 */
export async function* subscribe<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const response = await post({ query: print(document), variables }, { accept: EVENTS, signal });
  if (response.body === null || !response.headers.get("Content-Type")?.startsWith(EVENTS)) {
    yield toResult(response, await readAnswer<Result>(response, signal));
    return;
  }
  for await (const event of eventsIn(response.body, signal)) {
    const data = NEXT.exec(event)?.[1];
    if (data !== undefined) yield toResult(response, JSON.parse(data) as GraphqlAnswer<Result>);
    if (COMPLETE.test(event)) return;
  }
  throw new AskFailure("AWAY", "The answer broke off. What was told before stands here; ask again for the rest.");
}

async function* eventsIn(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let open = "";
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      if (signal.aborted) throw error;
      return { done: true, value: undefined } as const;
    });
    if (done) return;
    const events = (open + decoder.decode(value, { stream: true })).split(EVENT_END);
    open = events.pop() ?? "";
    yield* events;
  }
}
