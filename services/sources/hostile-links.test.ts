import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Resource } from "../../agents/ports.ts";
import { createClosedNetwork } from "./testing/closed-network.ts";
import { HOSTILE_LINKS } from "./testing/hostile-links.ts";
import { never } from "./testing/never.ts";
import { createScriptedUpstream, type ScriptedUpstream } from "./testing/scripted-upstream.ts";
import { createTestSources } from "./testing/test-sources.ts";

const PUBLIC = "93.184.216.34";
const NO_RETRY = { retry: { attempts: 1, baseDelayMs: 0, maxDelayMs: 0 } };

/** A listener that should never hear anything, and a public page that a test may fill. */
let trap: ScriptedUpstream;
let pages: ScriptedUpstream;

beforeEach(async () => {
  trap = await createScriptedUpstream();
  pages = await createScriptedUpstream();
});
afterEach(async () => {
  await trap.close();
  await pages.close();
});

const kinds: readonly ((url: string) => Resource)[] = [
  (url) => ({ kind: "blog", url }),
  (url) => ({ kind: "github", url }),
];

describe("a hostile link in a card", () => {
  it.each(HOSTILE_LINKS)("opens no connection: %s (%s)", async (_trick, link) => {
    const closed = createClosedNetwork({ names: { "pages.example.org": [PUBLIC] } });
    const { sources } = await createTestSources({ network: closed.network, limits: NO_RETRY });

    for (const toResource of kinds) {
      const lookup = await sources.resources.read(toResource(link), never);
      expect(["refused", "not-found"]).toContain(lookup.kind);
    }

    expect(closed.connected).toEqual([]);
    expect([...sources.requestsByHost()]).toEqual([]);
  });

  it.each(HOSTILE_LINKS)("opens no connection behind a redirect: %s (%s)", async (_trick, link) => {
    const closed = createClosedNetwork({
      names: { "start.example.org": [PUBLIC], "pages.example.org": ["93.184.216.35"] },
      servers: { [PUBLIC]: pages.origin },
    });
    const { sources } = await createTestSources({ network: closed.network, limits: NO_RETRY });
    pages.script("/post", { status: 302, headers: { location: encodeURI(link).replaceAll("%25", "%") } });

    const lookup = await sources.resources.read(
      { kind: "blog", url: "http://start.example.org/post" },
      never,
    );

    // A relative address leads back to the page's own host, where nothing is.
    expect(["refused", "unreachable", "not-found"]).toContain(lookup.kind);
    expect(closed.connected.every((address) => address === `${PUBLIC}:80`)).toBe(true);
    expect(pages.seen[0]?.path).toBe("/post");
  });

  it.each([
    ["loopback", "127.0.0.1"],
    ["loopback of IPv6", "::1"],
    ["mapped loopback", "::ffff:127.0.0.1"],
    ["private", "10.1.2.3"],
    ["link-local", "fe80::1"],
    ["metadata", "169.254.169.254"],
    ["metadata of IPv6", "fd00:ec2::254"],
    ["metadata through NAT64", "64:ff9b::a9fe:a9fe"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["any", "0.0.0.0"],
  ])("opens no connection when its name resolves to a %s address", async (_name, address) => {
    const closed = createClosedNetwork({
      names: { "rebind.example.org": [PUBLIC, address] },
      servers: { [PUBLIC]: pages.origin, [address]: trap.origin },
    });
    const { sources } = await createTestSources({ network: closed.network, limits: NO_RETRY });

    const lookup = await sources.resources.read({ kind: "blog", url: "http://rebind.example.org/" }, never);

    expect(lookup).toMatchObject({ kind: "refused", reason: expect.stringContaining(address) });
    expect(closed.connected).toEqual([]);
    expect(trap.seen).toEqual([]);
  });

  it("is not heard by a listener on the loopback address, in any notation of it", async () => {
    const { sources } = await createTestSources({ limits: NO_RETRY });
    const port = new URL(trap.origin).port;
    const hosts = [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f.1",
      "0177.0.0.1",
      "[::1]",
      "[::ffff:7f00:1]",
    ];

    for (const host of hosts) {
      const url = `http://${host}:${port}/`;
      expect(await sources.resources.read({ kind: "blog", url }, never)).toMatchObject({ kind: "refused" });
    }

    expect(trap.seen).toEqual([]);
  });

  it("does not profit from the trust in a configured address", async () => {
    const { sources, upstream } = await createTestSources({ limits: NO_RETRY });
    upstream.script("/hub/api/datasets/a/b", { body: "{}" });

    const lookup = await sources.resources.read({ kind: "blog", url: `${upstream.origin}/hub/` }, never);

    expect(lookup.kind).toBe("refused");
    expect(upstream.seen).toEqual([]);
  });

  it("does not profit from that trust by a redirect", async () => {
    const closed = createClosedNetwork({
      names: { "start.example.org": [PUBLIC] },
      servers: { [PUBLIC]: pages.origin },
    });
    const { sources, upstream } = await createTestSources({ network: closed.network, limits: NO_RETRY });
    pages.script("/post", { status: 307, headers: { location: `${upstream.origin}/hub/` } });

    const lookup = await sources.resources.read(
      { kind: "blog", url: "http://start.example.org/post" },
      never,
    );

    expect(lookup.kind).toBe("refused");
    expect(upstream.seen).toEqual([]);
  });

  it("leaves a mirror neither by its own words nor by a redirect", async () => {
    const mirror = await createScriptedUpstream();
    const closed = createClosedNetwork({ names: { "away.example.org": [PUBLIC] } });
    const { sources } = await createTestSources({
      network: closed.network,
      config: { mirror: mirror.origin },
    });
    mirror.script("/web/moved.example.org/post", {
      status: 302,
      headers: { location: "https://away.example.org/" },
    });

    const moved = await sources.resources.read(
      { kind: "blog", url: "https://moved.example.org/post" },
      never,
    );
    const absent = await sources.resources.read({ kind: "blog", url: "https://away.example.org/" }, never);
    const hostile = await sources.resources.read({ kind: "blog", url: `${trap.origin}/` }, never);
    await mirror.close();

    expect([moved.kind, absent.kind, hostile.kind]).toEqual(["refused", "not-found", "refused"]);
    expect(mirror.paths()).toEqual(["/web/moved.example.org/post", "/web/away.example.org/"]);
    expect(closed.connected).toEqual([]);
    expect(trap.seen).toEqual([]);
  });
});
