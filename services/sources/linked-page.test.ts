import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClosedNetwork } from "./testing/closed-network.ts";
import { makePdf } from "./testing/make-pdf.ts";
import { never } from "./testing/never.ts";
import {
  createScriptedUpstream,
  type ScriptedReply,
  type ScriptedUpstream,
} from "./testing/scripted-upstream.ts";
import { createTestSources } from "./testing/test-sources.ts";

const ADDRESS = "93.184.216.34";
const HTML = { "content-type": "text/html; charset=utf-8", etag: '"v1"' };

/** A public site: its name resolves to a public address, behind which this server answers. */
let site: ScriptedUpstream;
beforeEach(async () => {
  site = await createScriptedUpstream();
});
afterEach(() => site.close());

const readPost = async (reply: ScriptedReply) => {
  const closed = createClosedNetwork({
    names: { "tide.example.org": [ADDRESS] },
    servers: { [ADDRESS]: site.origin },
  });
  const { sources } = await createTestSources({
    network: closed.network,
    config: { hubToken: "secret", githubToken: "secret" },
  });
  site.script("/post", reply);
  return sources.resources.read({ kind: "blog", url: "http://tide.example.org/post#data" }, never);
};

describe("a page that a document links to", () => {
  it("is frozen with its main content, under the address that was linked", async () => {
    const lookup = await readPost({ body: "<title>Tide</title><p>From Reef.</p>", headers: HTML });

    expect(lookup).toMatchObject({
      kind: "found",
      value: [
        {
          text: "From Reef.",
          document: { kind: "blog", url: "http://tide.example.org/post", title: "Tide", revision: "v1" },
        },
      ],
    });
  });

  it("gets no token and no cookie", async () => {
    await readPost({ body: "<p>From Reef.</p>", headers: HTML });

    expect(site.seen[0]?.headers).not.toHaveProperty("authorization");
    expect(site.seen[0]?.headers).not.toHaveProperty("cookie");
    expect(site.seen[0]?.headers.host).toBe("tide.example.org");
  });

  it("may be a PDF", async () => {
    const body = makePdf([[{ text: "From Reef." }]]);

    const lookup = await readPost({ body, headers: { "content-type": "application/pdf" } });

    expect(lookup).toMatchObject({ kind: "found", value: [{ text: "From Reef." }] });
  });

  it.each<[string, string, ScriptedReply]>([
    ["not-found", "is gone", { status: 410 }],
    ["gated", "is closed", { status: 403 }],
    ["unreachable", "is broken", { status: 500 }],
    ["unreachable", "shows nothing without scripts", { body: "<div id=app></div>", headers: HTML }],
    ["unreachable", "is a picture", { body: "GIF89a", headers: { "content-type": "image/gif" } }],
    ["refused", "does not end", { endlessBytes: 30_000_000, headers: HTML }],
    ["rate-limited", "wants to be left alone for hours", { status: 429, headers: { "retry-after": "9999" } }],
  ])("is %s when it %s", async (kind, _name, reply) => {
    expect((await readPost(reply)).kind).toBe(kind);
  });
});
