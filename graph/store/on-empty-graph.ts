import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Trace } from "../../schema/trace.ts";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { aTrace } from "./test-data.ts";
import { createTraceStore } from "./traces.ts";

/** For the tests of one file: an engine of their own, empty before each but for a trace that has begun. */
export const onEmptyGraph = (prepare: (database: Database) => void, trace: Trace = aTrace()): void => {
  let opened: Database | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  beforeEach(async () => {
    if (opened === undefined) throw new Error("the engine did not open");
    await opened.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
    await createTraceStore(opened).begin(trace);
    prepare(opened);
  });
  afterAll(() => opened?.close());
};
