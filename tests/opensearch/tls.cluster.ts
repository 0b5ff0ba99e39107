import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, openStoreForWriting } from "../../src/store/open-store.ts";
import { articleFrom, DIMENSIONS } from "../store/article-fixture.ts";
import { testPlace } from "./test-place.ts";
import { TlsProxy } from "./tls-proxy.ts";

const { address, ...place } = testPlace("tls", DIMENSIONS);
const MODEL = { model: place.model, dimensions: place.dimensions };
const QUAY = articleFrom({ key: "quay", passages: [{ words: "The quay will be mended.", by: "Ada Voss" }] });

const badSetting = (sentence: string) => ({ code: "BAD_SETTING", message: expect.stringContaining(sentence) });

describe("a cluster with a certificate of its own, a user and a password", () => {
  let proxy: TlsProxy;
  beforeAll(async () => {
    proxy = await TlsProxy.before(address.urls[0] as string, "verbatim", "seal and sail");
  });
  afterAll(() => proxy?.close());

  const through = (given: {
    readonly user?: string;
    readonly password?: string;
    readonly certificatePath?: string;
  }) => ({
    store: "opensearch" as const,
    dataDirectory: "",
    cluster: { ...place, urls: [proxy.url], user: null, password: null, certificatePath: null, ...given },
  });

  it("is written and read", async () => {
    const { certificatePath } = proxy;
    const whole = through({ user: "verbatim", password: "seal and sail", certificatePath });
    const writer = await openStoreForWriting(whole, MODEL);
    await writer.reset();
    await writer.put(QUAY);
    await writer.close();
    const reader = await openStore(whole, MODEL);
    expect(await reader.articles([QUAY.article.id])).toEqual([QUAY.article]);
    await reader.close();
  });

  it("says which setting is missing or wrong", async () => {
    const { certificatePath } = proxy;
    const refusalOf = (given: Parameters<typeof through>[0]) =>
      openStore(through(given), MODEL).then(
        () => expect.fail("It opened."),
        (error: unknown) => error,
      );
    const user = { user: "verbatim", password: "seal and sail" };
    expect(await refusalOf(user)).toMatchObject(badSetting("OPENSEARCH_CA to the certificate that vouches for it"));
    expect(await refusalOf({ certificatePath })).toMatchObject(
      badSetting("Set OPENSEARCH_USER and OPENSEARCH_PASSWORD"),
    );
    const wrong = { ...user, password: "guessed", certificatePath };
    expect(await refusalOf(wrong)).toMatchObject(badSetting("does not let in the user verbatim"));
    const missing = { ...user, certificatePath: "/nowhere/ca.pem" };
    expect(await refusalOf(missing)).toMatchObject(badSetting("/nowhere/ca.pem, which cannot be read"));
  });
});
