import express from "express";
import { expect, it, onTestFinished } from "vitest";
import { AccessKeys } from "../../src/access/access-keys.ts";
import { listen } from "../../src/http/listen.ts";
import { signInRoutes } from "../../src/http/sign-in-routes.ts";

const TOKEN = "a-token-of-the-desk-0001";
const HERE = "10.0.0.1";
const ELSEWHERE = "10.0.0.2";

/** Signs in at a server behind a proxy, which tells from where. */
async function signInAt() {
  const keys = new AccessKeys([{ name: "Edda", role: "write", token: TOKEN }]);
  const { url, close } = await listen(express().set("trust proxy", 1).use(signInRoutes(keys)), {
    host: "127.0.0.1",
    port: 0,
  });
  onTestFinished(close);
  return (token: string, from: string) =>
    fetch(`${url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { "X-Forwarded-For": from },
      body: new URLSearchParams({ token }),
    });
}

it("takes ten wrong tokens of a client in a minute and no more, nor a right one, and others are let in", async () => {
  const signIn = await signInAt();
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(`a-guess-of-mine-${i}`, HERE)));
  expect(guesses.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429, 429]);
  const refused = await signIn(TOKEN, HERE);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  expect(await refused.text()).toContain("try again in a minute");
  expect((await signIn(TOKEN, ELSEWHERE)).status).toBe(303);
});

it("lets the same client sign in as often as it likes with a right one", async () => {
  const signIn = await signInAt();
  for (let i = 0; i < 15; i++) expect((await signIn(TOKEN, HERE)).status).toBe(303);
});
