import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { isGone, thisProcess, toOwnerText } from "./lease-owner.ts";

/** More than Linux and macOS number processes. */
const NO_PROCESS = 2 ** 22 + 1;
const here = thisProcess();

test("a process of this machine that has ended is gone, one that runs is not", () => {
  expect(isGone(toOwnerText({ ...here, pid: NO_PROCESS }, "other"), here)).toBe(true);
  expect(isGone(toOwnerText({ ...here, pid: process.ppid }, "other"), here)).toBe(false);
});

test("a process that had this one's number is gone", () => {
  expect(isGone(toOwnerText(here, "before"), here)).toBe(true);
});

test("of another machine of the same name nothing is known, whatever runs here", () => {
  const elsewhere = `${hostname()}/00000000-0000-4000-8000-000000000000`;

  for (const pid of [NO_PROCESS, process.pid]) {
    expect(isGone(toOwnerText({ machine: elsewhere, pid }, "other"), here)).toBe(false);
    expect(isGone(`${hostname()} ${pid} other`, here)).toBe(false);
  }
});

test("a machine is known by its boot id where there is one", (context) => {
  context.skip(!existsSync("/proc/sys/kernel/random/boot_id"), "this system has no boot id");

  expect(here.machine).toMatch(/\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
