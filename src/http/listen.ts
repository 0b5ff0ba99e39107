import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { VerbatimError } from "../errors.ts";

export interface ListeningServer {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes the requests under way and takes no new ones; connections that are stuck after `STOP_WITHIN_MS` are cut. */
  close(): Promise<void>;
}

/** A request's head has so long to arrive, and all of it so long: whoever sends a letter at a time loses the connection. */
const HEAD_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 60_000;
/** How often connections are looked at for the two above. */
const LOOK_EVERY_MS = 2_000;
/** Longer than the usual proxy keeps a connection, so that it is the proxy that closes it. */
const KEEP_IDLE_MS = 65_000;
/** A connection over which nothing comes or goes for so long is dead. */
const SILENT_MS = 120_000;
/** The longest head (address, cookies and the rest), in bytes; a longer one is 431. */
const MAX_HEAD_BYTES = 16 * 1_024;
/** Beyond this a new connection is closed at once. Each takes some kilobytes. */
const MAX_CONNECTIONS = 10_000;
const LOOK_WHILE_STOPPING_MS = 50;
/** What is still under way then is cut off: a supervisor kills after ten seconds. */
const STOP_WITHIN_MS = 7_000;

/** What listens everywhere has no name there that a browser would take. */
const LOCAL_NAME_OF_EVERYWHERE: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** @throws PORT_IN_USE, or BAD_SETTING for an address that is not this machine's. */
export async function listen(
  handler: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ListeningServer> {
  const connections = new Connections();
  const server = createServer(LIMITS, (request, response) => {
    if (!server.listening) return refuseLate(response);
    connections.noteRequest(request, response);
    handler(request, response);
  });
  server.on("connection", (socket) => connections.add(socket));
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(SILENT_MS);
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw explained(error, host, port);
  }
  return { url: addressOf(server), close: () => stop(server, connections) };
}

const LIMITS = {
  headersTimeout: HEAD_WITHIN_MS,
  requestTimeout: REQUEST_WITHIN_MS,
  connectionsCheckingInterval: LOOK_EVERY_MS,
  keepAliveTimeout: KEEP_IDLE_MS,
  maxHeaderSize: MAX_HEAD_BYTES,
};

/** Over a connection that is kept alive requests come on, though nobody listens any more. */
function refuseLate(response: ServerResponse): void {
  response.writeHead(503, { Connection: "close", "Retry-After": "5", "Content-Type": "text/plain" });
  response.end("The server is stopping. Try again when it has started.\n");
}

function explained(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    const sentence = `Port ${port} is in use, perhaps by another Verbatim. Stop that one, or set VERBATIM_PORT to a free port.`;
    return new VerbatimError("PORT_IN_USE", sentence, {}, error);
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    const sentence = `The server can't listen on ${host}:${port} (${code}). Set VERBATIM_HOST and VERBATIM_PORT to an address of this machine.`;
    return new VerbatimError("BAD_SETTING", sentence, {}, error);
  }
  return error;
}

function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return urlOf({ host: address, port });
}

/** Where this machine's browser finds what listens there, such as `http://127.0.0.1:4000`. */
export function urlOf({ host, port }: { readonly host: string; readonly port: number }): string {
  const name = LOCAL_NAME_OF_EVERYWHERE[host] ?? host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** Which connections are open, and over which of them a request is under way. (Node counts one that was never used as busy.) */
class Connections {
  readonly #open = new Set<Socket>();
  readonly #busy = new Set<Socket>();

  add(socket: Socket): void {
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
  }

  noteRequest({ socket }: IncomingMessage, response: ServerResponse): void {
    this.#busy.add(socket);
    response.once("close", () => this.#busy.delete(socket));
  }

  closeIdle(): void {
    for (const socket of this.#open) if (!this.#busy.has(socket)) socket.destroy();
  }
}

async function stop(server: Server, connections: Connections): Promise<void> {
  const closed = once(server, "close");
  server.close();
  connections.closeIdle();
  const look = setInterval(() => connections.closeIdle(), LOOK_WHILE_STOPPING_MS);
  const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await closed;
  clearTimeout(cut);
  clearInterval(look);
}
