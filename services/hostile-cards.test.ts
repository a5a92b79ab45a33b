import { expect, test } from "vitest";
import { createClosedNetwork } from "./sources/testing/closed-network.ts";
import { HOSTILE_LINKS } from "./sources/testing/hostile-links.ts";
import { createScriptedUpstream } from "./sources/testing/scripted-upstream.ts";
import { createScriptedWorld, traceToEnd } from "./testing/scripted-world.ts";

const PUBLIC = "93.184.216.34";
/** A card's links beyond three of a kind are not read, so that the links are spread over cards. */
const LINKS_IN_A_CARD = 3;

const hostileNames = {
  "loopback.example.org": ["127.0.0.1"],
  "loopback-six.example.org": ["::1"],
  "private.example.org": ["10.1.2.3"],
  "metadata.example.org": ["169.254.169.254"],
  "metadata-six.example.org": ["fd00:ec2::254"],
  "half-public.example.org": [PUBLIC, "192.168.1.1"],
};

test("no hostile link of a card is fetched, by whichever notation, name or redirect, and the trace says so", async () => {
  const trap = await createScriptedUpstream();
  const pages = await createScriptedUpstream();
  const port = new URL(trap.origin).port;
  const targets = [
    "http://127.0.0.1/",
    "http://169.254.169.254/latest/",
    "http://[::1]/",
    "http://10.0.0.1/",
  ];
  const redirecting = [...targets, `${trap.origin}/`, "file:///etc/passwd", "gopher://127.0.0.1:70/1"];
  redirecting.forEach((location, at) => pages.script(`/${at}`, { status: 302, headers: { location } }));
  const links = [
    ...HOSTILE_LINKS.map(([, link]) => link),
    ...["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:7f00:1]"].map(
      (host) => `http://${host}:${port}/`,
    ),
    ...Object.keys(hostileNames).map((name) => `http://${name}/`),
  ];
  const redirects = redirecting.map((_, at) => `http://redirects.example.org/${at}`);
  const all = [...links, ...redirects];
  const hidden = { "127.0.0.1": trap.origin, "::1": trap.origin, "10.1.2.3": trap.origin };
  const closed = createClosedNetwork({
    names: { ...hostileNames, "redirects.example.org": [PUBLIC] },
    servers: { ...hidden, "169.254.169.254": trap.origin, [PUBLIC]: pages.origin },
  });
  const world = await createScriptedWorld();
  const cards = Math.ceil(all.length / LINKS_IN_A_CARD);
  const ids = Array.from({ length: cards }, (_, at) => `marsh/links-${at}`);
  const sources = ids.map((id) => `- [${id}](https://huggingface.co/datasets/${id})`).join("\n");
  world.addDataset(
    "marsh/all-links",
    `# All links\n\n## Source data\n\nThis dataset was built from:\n\n${sources}\n`,
  );
  ids.forEach((id, at) => {
    const own = all.slice(at * LINKS_IN_A_CARD, (at + 1) * LINKS_IN_A_CARD);
    world.addDataset(
      id,
      `# Links\n\n${own.map((link) => `- Homepage: [project page](${link})\n`).join("\n")}`,
    );
  });
  const stemma = await world.open({ network: closed.network });

  const { trace, events } = await traceToEnd(stemma, "marsh/all-links");
  await Promise.all([trap.close(), pages.close()]);

  const failures = events.filter((event) => event.type === "resource-failed");
  const read = events.filter((event) => event.type === "document-read");
  const asked = new Set(failures.map(({ url }) => url));
  expect(all.length).toBeGreaterThan(60);
  expect(trace.state).toBe("finished");
  expect(trap.seen).toEqual([]);
  expect(new Set(closed.connected)).toEqual(new Set([`${PUBLIC}:80`]));
  expect(pages.paths().toSorted()).toEqual(redirecting.map((_, at) => `/${at}`));
  expect(read.map(({ kind }) => kind)).toEqual(read.map(() => "card"));
  expect(read).toHaveLength(cards + 1);
  expect(failures.filter(({ outcome }) => outcome !== "refused")).toEqual([]);
  expect(asked.size).toBeGreaterThan(60);
  expect(redirects.filter((link) => !asked.has(link))).toEqual([]);
}, 60_000);
