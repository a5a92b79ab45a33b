import { describe, expect, it } from "vitest";
import { AppError } from "../../../schema/errors.ts";
import { aDatasetId, aLineage } from "../test-data.ts";
import { createApiClient } from "./api-client.ts";

const answering = (status: number, body: unknown) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const send: typeof fetch = async (url, init) => {
    asked.push({ url: String(url), init });
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  };
  return { api: createApiClient(send), asked };
};
const failure = async (promise: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return error;
};

describe("the api client", () => {
  it("asks for a lineage with its id encoded", async () => {
    const view = aLineage("a/root", ["a/root>b/one"]);
    const { api, asked } = answering(200, view);

    const answer = await api.lineage({
      root: aDatasetId("website:example.org/a?b"),
      direction: "both",
      depth: 3,
      statuses: ["accepted", "flagged"],
    });

    expect(answer).toEqual(view);
    expect(asked[0]?.url).toBe(
      "/api/lineage?target=website%3Aexample.org%2Fa%3Fb&direction=both&depth=3&status=accepted,flagged",
    );
  });

  it("gives a problem's own code and words", async () => {
    const problem = {
      type: "about:blank",
      title: "Not found",
      status: 404,
      code: "NOT_FOUND",
      detail: "no dataset a/b",
    };

    const error = await failure(answering(404, problem).api.dataset(aDatasetId("a/b")));

    expect(error.code).toBe("NOT_FOUND");
    expect(error.message).toBe("no dataset a/b");
  });

  it.each([
    ["a page of somebody else", "<html>sign in</html>"],
    ["nothing", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["a text", '"ok"'],
  ])("says so when the answer is %s instead of an object", async (_what, body) => {
    const error = await failure(answering(200, body).api.dataset(aDatasetId("a/b")));

    expect(error.code).toBe("UPSTREAM_FAILED");
    expect(error.message).toBe("the service's answer for /api/datasets/a%2Fb is not what this page expects");
  });

  it.each([
    [404, "", "NOT_FOUND"],
    [502, '{"error":{"message":"bad gateway"}}', "UPSTREAM_FAILED"],
    [503, '{"type":1,"title":2,"status":"x","code":{},"detail":[]}', "UPSTREAM_FAILED"],
    [500, "null", "UPSTREAM_FAILED"],
  ])("of a failure of %i without a problem document says its number", async (status, body, code) => {
    const error = await failure(answering(status, body).api.traces());

    expect(error.code).toBe(code);
    expect(error.message).toBe(`the service answered ${status} for /api/traces`);
  });

  it("of a code that it does not know goes by the number", async () => {
    const problem = { type: "about:blank", title: "Odd", status: 418, code: "TEAPOT", detail: "no coffee" };

    const error = await failure(answering(418, problem).api.traces());

    expect(error.code).toBe("UPSTREAM_FAILED");
    expect(error.message).toBe("no coffee");
  });

  it("says so when a proxy answers with a page", async () => {
    const error = await failure(answering(502, "<html>bad gateway</html>").api.traces());

    expect(error.code).toBe("UPSTREAM_FAILED");
    expect(error.message).toContain("502");
  });

  it("is transient when the service cannot be reached", async () => {
    const api = createApiClient(() => Promise.reject(new TypeError("fetch failed")));

    expect((await failure(api.traces())).transient).toBe(true);
  });

  it("is cancelled when nobody waits any more", async () => {
    const controller = new AbortController();
    controller.abort();
    const api = createApiClient(() => Promise.reject(new DOMException("aborted", "AbortError")));

    expect((await failure(api.traces(controller.signal))).code).toBe("CANCELLED");
  });
});
