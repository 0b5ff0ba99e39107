import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

type AccessRole = "read" | "write";

/** A token as the settings give it. */
export interface GivenToken {
  /** Who has it: signs corrections. */
  readonly name: string;
  readonly role: AccessRole;
  readonly token: string;
}

/** Who asks, as a token tells. */
export interface Holder {
  readonly name: string;
  readonly role: AccessRole;
}

interface Key extends Holder {
  readonly ofToken: Buffer;
  readonly ofSession: Buffer;
}

/** The cookie of somebody who has signed in on the page. */
export const SESSION_COOKIE = "verbatim-session";

/**
 * Who may do what. A request shows a token (`Authorization: Bearer TOKEN`), or the cookie that signing in with it gives. Either is compared
 * by its hash with every known one, so that the time an answer takes tells nothing of them.
 */
export class AccessKeys {
  readonly #keys: readonly Key[];
  /** Whether reading takes a token, too. */
  readonly isReadingClosed: boolean;

  constructor(tokens: readonly GivenToken[], isReadingClosed = tokens.some(({ role }) => role === "read")) {
    this.#keys = tokens.map(({ name, role, token }) => ({
      name,
      role,
      ofToken: digest(token),
      ofSession: digest(sessionOf(token)),
    }));
    this.isReadingClosed = isReadingClosed;
  }

  /** Whether there is anybody who may change the index. */
  get canWrite(): boolean {
    return this.#keys.some(({ role }) => role === "write");
  }

  /** Null for nobody who is known. */
  holderOfToken(token: string): Holder | null {
    return this.#find(token, ({ ofToken }) => ofToken);
  }

  holderOf(headers: Pick<IncomingHttpHeaders, "authorization" | "cookie">): Holder | null {
    const token = bearerOf(headers.authorization);
    if (token !== null) return this.holderOfToken(token);
    const session = cookieOf(headers.cookie, SESSION_COOKIE);
    return session === null ? null : this.#find(session, ({ ofSession }) => ofSession);
  }

  /** All are compared, whichever fits. */
  #find(shown: string, hashOf: (key: Key) => Buffer): Holder | null {
    const hash = digest(shown);
    const [found] = this.#keys.filter((key) => timingSafeEqual(hashOf(key), hash));
    return found === undefined ? null : { name: found.name, role: found.role };
  }
}

/** What the cookie holds in place of the token: it follows from the token, and does not give it away. */
export const sessionOf = (token: string): string => digest(`session ${token}`).toString("base64url");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function bearerOf(authorization: string | undefined): string | null {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization ?? "") ?? [];
  return token ?? null;
}

function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}
