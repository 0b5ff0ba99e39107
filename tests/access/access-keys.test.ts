import { describe, expect, it } from "vitest";
import { AccessKeys, SESSION_COOKIE, sessionOf } from "../../src/access/access-keys.ts";

const EDDA = { name: "Edda", role: "write", token: "token-of-edda-0001" } as const;
const JON = { name: "Jon", role: "read", token: "token-of-jon-00002" } as const;

describe("access keys", () => {
  const keys = new AccessKeys([EDDA, JON]);

  it("know who shows a token, by name and role", () => {
    expect(keys.holderOf({ authorization: `Bearer ${EDDA.token}` })).toEqual({ name: "Edda", role: "write" });
    expect(keys.holderOf({ authorization: `bearer  ${JON.token} ` })).toEqual({ name: "Jon", role: "read" });
  });

  it("know who signed in by the cookie, which does not hold the token", () => {
    const session = sessionOf(EDDA.token);
    expect(session).not.toContain(EDDA.token);
    expect(keys.holderOf({ cookie: `theme=dark; ${SESSION_COOKIE}=${session}` })).toEqual({
      name: "Edda",
      role: "write",
    });
    expect(keys.holderOf({ cookie: `${SESSION_COOKIE}=${EDDA.token}` })).toBeNull();
    expect(keys.holderOf({ authorization: `Bearer ${session}` })).toBeNull();
  });

  it.each([
    [{}],
    [{ authorization: "Bearer token-of-edda-0002" }],
    [{ authorization: EDDA.token }],
    [{ authorization: "Bearer " }],
    [{ authorization: `Basic ${EDDA.token}` }],
    [{ cookie: `${SESSION_COOKIE}=` }],
    [{ cookie: `x-${SESSION_COOKIE}=${sessionOf(EDDA.token)}` }],
  ])("know nobody by %j", (headers) => {
    expect(keys.holderOf(headers)).toBeNull();
  });

  it("take a wrong token for nobody though the cookie is a right one", () => {
    const cookie = `${SESSION_COOKIE}=${sessionOf(EDDA.token)}`;
    expect(keys.holderOf({ authorization: "Bearer something-else-000", cookie })).toBeNull();
  });

  it("close reading where anybody has a token for it, and let write only where anybody may", () => {
    expect([keys.isReadingClosed, keys.canWrite]).toEqual([true, true]);
    const editors = new AccessKeys([EDDA]);
    expect([editors.isReadingClosed, editors.canWrite]).toEqual([false, true]);
    const nobody = new AccessKeys([]);
    expect([nobody.isReadingClosed, nobody.canWrite]).toEqual([false, false]);
  });
});
