import { expect, test } from "vitest";
import { shownAddress } from "./shown-address.ts";

const service = { origin: "http://127.0.0.1:4870", url: "http://127.0.0.1:4870/?token=a-secret" };

test("a terminal is shown the address that signs in, a log is not", () => {
  expect(shownAddress(service, { live: true })).toBe("http://127.0.0.1:4870/?token=a-secret");
  expect(shownAddress(service, { live: false })).toBe("http://127.0.0.1:4870/");
});
