import { expect, test } from "vitest";
import { refuseIdleOptions } from "./refuse-idle-options.ts";

test.each([
  [{ format: "gexf", depth: 2 }, "--depth goes with --dataset"],
  [{ format: "gexf", direction: "both" }, "--direction goes with --dataset"],
  [{ format: "jsonl", status: "accepted" }, "--status does not go with jsonl"],
] as const)("of %o, the option that would change nothing is refused", (options, message) => {
  expect(() => refuseIdleOptions(options)).toThrow(message);
});

test("options that narrow the file are taken", () => {
  const options = { format: "gexf", dataset: "acme/mix", depth: 2, direction: "both" } as const;

  expect(() => refuseIdleOptions({ ...options, status: "accepted" })).not.toThrow();
  expect(() => refuseIdleOptions({ format: "jsonl" })).not.toThrow();
});
