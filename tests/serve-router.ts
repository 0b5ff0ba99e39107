import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Router } from "express";

interface Endpoint {
  readonly router: Router;
  close(): Promise<void>;
}

/** An endpoint alone, over HTTP on a free port. */
export async function serveRouter(endpoint: Endpoint): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(express().use(endpoint.router));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await endpoint.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
