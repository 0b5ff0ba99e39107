import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Stands before a node as a cluster with security does: by TLS under a certificate of its own, for one user with a password. */
export class TlsProxy {
  readonly certificatePath: string;
  readonly #server: Server;

  private constructor(certificatePath: string, server: Server) {
    this.certificatePath = certificatePath;
    this.#server = server;
  }

  static async before(url: string, user: string, password: string): Promise<TlsProxy> {
    const { hostname, port } = new URL(url);
    const { certificatePath, keyPath } = makeCertificate();
    const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    const files = { cert: readFileSync(certificatePath), key: readFileSync(keyPath) };
    const server = createServer(files, (incoming, outgoing) => {
      const { method, url: path, headers } = incoming;
      if (headers.authorization !== wanted) return void outgoing.writeHead(401).end("Unauthorized");
      const forwarded = request({ hostname, port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(forwarded);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new TlsProxy(certificatePath, server);
  }

  get url(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(dirname(this.certificatePath), { recursive: true });
  }
}

function makeCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-tls-"));
  const [certificatePath, keyPath] = [join(folder, "ca.pem"), join(folder, "key.pem")];
  const subject = ["-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"];
  const files = ["-keyout", keyPath, "-out", certificatePath];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...subject, ...files], {
    stdio: "ignore",
  });
  return { certificatePath, keyPath };
}
