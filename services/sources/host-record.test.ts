import { expect, it } from "vitest";
import { createHostRecord } from "./host-record.ts";

const hub = new URL("https://hub.example.org/a");
const page = new URL("https://pages.example.org/b");

it("counts what each host was asked, the most asked first, and when it last gave it", () => {
  let nowMs = 1_000;
  const record = createHostRecord(() => nowMs);

  record.asked(page);
  record.asked(hub);
  record.succeeded(hub);
  nowMs = 5_000;
  record.asked(hub);

  expect(record.figures()).toEqual([
    { host: "hub.example.org", requests: 2, lastSuccessMs: 1_000 },
    { host: "pages.example.org", requests: 1 },
  ]);
});
