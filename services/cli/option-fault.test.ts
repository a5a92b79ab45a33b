import { expect, it } from "vitest";
import { z } from "zod";
import { optionFault } from "./option-fault.ts";

const Options = z.object({
  text: z.string().min(1).max(3).default("x"),
  count: z.int().min(1).max(5).default(1),
  status: z.enum(["accepted", "flagged"]).default("accepted"),
});

it.each([
  [{ text: "" }, "--text is empty"],
  [{ text: "long" }, "--text is longer than 3 characters"],
  [{ count: 0 }, "--count must be at least 1"],
  [{ count: 6, status: "maybe" }, "--count must be at most 5; --status takes accepted, flagged"],
])("says of %j what is wrong, and with which option", (options, words) => {
  const { error } = Options.safeParse(options);

  expect(error && optionFault(error).message).toBe(words);
});
