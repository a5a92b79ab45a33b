import { expect, it } from "vitest";
import { createCypherClient } from "./cypher-client.ts";

const run = (status: number, body: string) =>
  createCypherClient(async () => new Response(body, { status })).run(
    { id: "query-0001", what: { text: "RETURN 1" }, parameters: {}, timeoutMs: 1_000, maxRows: 1 },
    new AbortController().signal,
  );

it("gives back the service's reason why not", async () => {
  const problem = { type: "about:blank", title: "No", status: 400, code: "QUERY_INVALID", detail: "line 1" };

  expect(await run(400, JSON.stringify(problem))).toEqual({ kind: "refused", problem });
});

it.each([
  [502, "<html>bad gateway</html>"],
  [502, ""],
  [400, '{"message":"no"}'],
  [200, "<html>sign in</html>"],
  [200, "[1]"],
])("fails clearly on an answer of %i that is not the service's: %s", async (status, body) => {
  await expect(run(status, body)).rejects.toMatchObject({
    code: "UPSTREAM_FAILED",
    message: expect.stringContaining(String(status)),
  });
});
