import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before a node, and lets nothing through that is broken off: as a process that ends, or is paused, before its request goes out. */
export class BreakingProxy {
  /** The beginning of the paths that are refused; null for none. */
  refused: string | null = null;
  /** How many of them go through before. */
  lets = 0;
  /** What waits, and until when. */
  #held: { readonly path: string; readonly until: Promise<void> } | null = null;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async before(url: string): Promise<BreakingProxy> {
    const { hostname, port } = new URL(url);
    const server = createServer(async (incoming, outgoing) => {
      if (proxy.#held && incoming.url?.startsWith(proxy.#held.path)) await proxy.#held.until;
      if (proxy.refused !== null && incoming.url?.startsWith(proxy.refused) && --proxy.lets < 0) {
        outgoing.writeHead(400, { "content-type": "application/json" }).end('{"error":"broken off"}');
        return;
      }
      const { method, url: path, headers } = incoming;
      const forwarded = request({ hostname, port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(forwarded);
    });
    const proxy = new BreakingProxy(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests to paths that begin so wait until what this gives is called. */
  hold(path: string): () => void {
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#held = { path, until };
    return release;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
