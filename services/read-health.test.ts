import { expect, test } from "vitest";
import { type HealthDependencies, readHealth } from "./read-health.ts";

const aService = (parts: Partial<HealthDependencies> = {}): HealthDependencies => ({
  config: {},
  database: { engine: "embedded", read: async () => [] },
  tracing: { countRunning: () => 0, countWaiting: async () => 0 },
  hosts: { waits: () => [], hosts: () => [] },
  ...parts,
});

const at = (text: string): number => Date.parse(text);

test("health tells how many datasets wait in the frontiers of how many traces", async () => {
  const health = await readHealth(
    aService({ tracing: { countRunning: () => 2, countWaiting: async () => 41 } }),
  );

  expect(health).toMatchObject({ status: "ok", frontier: { traces: 2, datasets: 41 } });
  expect(health).not.toHaveProperty("waits");
  expect(health).not.toHaveProperty("sources");
});

test("health tells when a host last answered, and until when one is left alone", async () => {
  const untilMs = at("2026-11-24T08:05:00.000Z");
  const hosts = {
    waits: () => [{ host: "hub.example.org", untilMs }],
    // The second client of a host is the one that reads everything again.
    hosts: () => [
      { host: "pages.example.org", requests: 3 },
      { host: "hub.example.org", requests: 2, lastSuccessMs: at("2026-11-24T08:00:00.000Z") },
      { host: "hub.example.org", requests: 5, lastSuccessMs: at("2026-11-24T07:00:00.000Z") },
    ],
  };

  expect(await readHealth(aService({ hosts }))).toMatchObject({
    waits: [{ host: "hub.example.org", until: "2026-11-24T08:05:00.000Z" }],
    sources: [
      { host: "hub.example.org", requests: 7, lastSuccess: "2026-11-24T08:00:00.000Z" },
      { host: "pages.example.org", requests: 3 },
    ],
  });
});

test("health asks nothing more of a graph that does not answer", async () => {
  const database = {
    engine: "neo4j",
    read: () => Promise.reject(new Error("connection refused")),
  } as const;
  const tracing = {
    countRunning: () => 1,
    countWaiting: () => Promise.reject(new Error("connection refused")),
  };

  const health = await readHealth(aService({ database, tracing }));

  expect(health).toMatchObject({
    status: "degraded",
    engine: { ready: false, reason: "connection refused" },
  });
  expect(health).not.toHaveProperty("frontier");
});
