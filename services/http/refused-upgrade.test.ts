import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aServer } from "./test-server.ts";

let app: FastifyInstance;
let port: number;
let clients: Socket[];

beforeEach(async () => {
  app = await aServer();
  port = Number(new URL(await app.listen({ host: "127.0.0.1", port: 0 })).port);
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  await app.close();
});

interface Upgrade {
  readonly path?: string;
  readonly host?: string;
  readonly origin?: string;
}

/** Asks for a socket and never hangs up by itself, as a client that means harm would. */
const askForSocket = ({
  path = "/api/events",
  host = "localhost",
  origin = `http://${host}`,
}: Upgrade): Socket => {
  const client = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  clients.push(client);
  client.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: ${origin}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
      "",
      "",
    ].join("\r\n"),
  );
  return client;
};

const answerOf = async (client: Socket): Promise<string> => {
  const chunks: Buffer[] = [];
  client.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(client, "end");
  return Buffer.concat(chunks).toString();
};

describe("a socket that is refused is ended by the service", () => {
  test.each([
    ["the page is of another origin", { origin: "https://evil.example" }, 403],
    ["the name is no loopback name", { host: "evil.example" }, 403],
    ["the address cannot be decoded", { path: "/api/%zz" }, 400],
  ] as const)("when %s", async (_, upgrade, status) => {
    const answer = await answerOf(askForSocket(upgrade));

    expect(answer).toMatch(`HTTP/1.1 ${status} `);
    expect(answer).toContain("application/problem+json");
  });
});
