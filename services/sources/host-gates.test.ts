import { describe, expect, it } from "vitest";
import { createHostGates, type HostTurn } from "./host-gates.ts";
import { createHostRules } from "./host-rules.ts";
import { never } from "./testing/never.ts";
import { createTestClock } from "./testing/test-clock.ts";

const publicRules = createHostRules({ hasHubToken: false, isMirror: false });

const aGateKeeper = (maxPauseMs = 60_000) => {
  const clock = createTestClock();
  return { clock, gates: createHostGates({ clock, ruleOf: publicRules, maxPauseMs }) };
};

const leave = (turn: HostTurn): void => {
  if (turn.kind === "entered") turn.leave();
};

describe("host gates", () => {
  it("let one request in 3 seconds through to all hosts of arXiv together", async () => {
    const { gates, clock } = aGateKeeper();
    const starts: number[] = [];
    const links = [
      "https://export.arxiv.org/api/query",
      "https://arxiv.org/pdf/1",
      "https://arxiv.org/html/1",
    ];

    await Promise.all(
      links.map(async (link) => {
        const turn = await gates.enter(new URL(link), never);
        starts.push(clock.now().getTime());
        leave(turn);
      }),
    );

    expect(starts.map((start) => start - (starts[0] ?? 0))).toEqual([0, 3000, 6000]);
  });

  it("keep one connection to arXiv open at most", async () => {
    const { gates } = aGateKeeper();
    const url = new URL("https://arxiv.org/pdf/1");
    const first = await gates.enter(url, never);
    let entered = false;
    const second = gates.enter(url, never).then((turn) => {
      entered = true;
      return turn;
    });
    await Promise.resolve();
    expect(entered).toBe(false);

    leave(first);

    expect((await second).kind).toBe("entered");
  });

  it("tell which hosts are being left alone, until when, and no longer than that", async () => {
    const { gates, clock } = aGateKeeper();
    const url = new URL("https://pages.example.org/a");
    const untilMs = clock.now().getTime() + 30_000;
    gates.pause(url, untilMs);
    gates.pause(url, untilMs - 10_000);

    expect(gates.waits()).toEqual([{ host: "pages.example.org", untilMs }]);

    leave(await gates.enter(url, never));

    expect(gates.waits()).toEqual([]);
  });

  it("make every request to a host wait until its pause is over", async () => {
    const { gates, clock } = aGateKeeper();
    const url = new URL("https://pages.example.org/a");
    gates.pause(url, clock.now().getTime() + 30_000);

    const turn = await gates.enter(new URL("https://pages.example.org/b"), never);

    expect(turn.kind).toBe("entered");
    expect(clock.sleeps).toEqual([30_000]);
  });

  it("give a pause back that is longer than is worth waiting", async () => {
    const { gates, clock } = aGateKeeper(60_000);
    const url = new URL("https://pages.example.org/a");
    const untilMs = clock.now().getTime() + 3_600_000;
    gates.pause(url, untilMs);

    expect(await gates.enter(url, never)).toEqual({ kind: "paused", untilMs });
    expect(clock.sleeps).toEqual([]);
  });

  it("free the place of a request that was cancelled while it waited", async () => {
    const { gates } = aGateKeeper();
    const url = new URL("https://arxiv.org/pdf/1");
    const first = await gates.enter(url, never);
    const controller = new AbortController();
    const waiting = gates.enter(url, controller.signal);
    controller.abort(new Error("stopped"));
    await expect(waiting).rejects.toThrow("stopped");

    leave(first);

    expect((await gates.enter(url, never)).kind).toBe("entered");
  });

  it("count the Hub's API apart from its files", () => {
    const keys = [
      "https://huggingface.co/api/datasets/a/b",
      "https://huggingface.co/datasets/a/b/resolve/main/README.md",
      "https://huggingface.co/api/resolve-cache/datasets/a/b/1/README.md",
    ].map((link) => publicRules(new URL(link)).key);

    expect(keys).toEqual(["huggingface.co/api", "huggingface.co", "huggingface.co"]);
  });
});
