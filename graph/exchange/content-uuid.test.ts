import { expect, it } from "vitest";
import { toContentUuid } from "./content-uuid.ts";

it("makes the same version 5 UUID of the same content, in whatever pieces it comes", () => {
  const whole = toContentUuid("urn:stemma:", ["one two"]);

  expect(whole).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(toContentUuid("urn:stemma:", ["one", " two"])).toBe(whole);
  expect(toContentUuid("urn:other:", ["one two"])).not.toBe(whole);
});
