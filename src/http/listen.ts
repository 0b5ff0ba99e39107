import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { VerbatimError } from "../errors.ts";

export interface ListeningServer {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes the requests under way; takes no new ones. */
  close(): Promise<void>;
}

/** What listens everywhere has no name there that a browser would take. */
const LOCAL_NAME_OF_EVERYWHERE: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** @throws PORT_IN_USE, or BAD_SETTING for an address that is not this machine's. */
export async function listen(
  handler: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ListeningServer> {
  const server = createServer(handler);
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw explained(error, host, port);
  }
  return { url: addressOf(server), close: () => stop(server) };
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

async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  await closed;
}
