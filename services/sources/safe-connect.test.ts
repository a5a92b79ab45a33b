import type { buildConnector } from "undici";
import { describe, expect, it } from "vitest";
import { type Connector, createSafeConnector, type Resolve } from "./safe-connect.ts";

const FAILURE = new Error("no network in tests");

const aRecordingConnector = () => {
  const connected: buildConnector.Options[] = [];
  const connect: Connector = (options, callback) => {
    connected.push(options);
    callback(FAILURE, null);
  };
  return { connected, connect };
};

const connectTo = (connector: Connector, hostname: string): Promise<Error | null> =>
  new Promise((resolve) => {
    const options = { hostname, host: hostname, protocol: "https:", port: "443", servername: hostname };
    connector(options, (...[error]) => resolve(error));
  });

describe("the safe connector", () => {
  it.each([
    ["127.0.0.1"],
    ["169.254.169.254"],
    ["::1"],
    ["::ffff:10.0.0.1"],
    ["fd00::1"],
    ["93.184.216.34", "10.0.0.7"],
    ["not an address"],
  ])("opens nothing for a name that resolves to %s", async (...addresses) => {
    const { connected, connect } = aRecordingConnector();
    const connector = createSafeConnector({ resolve: async () => addresses, connect });

    const error = await connectTo(connector, "rebind.example.org");

    expect(error).toMatchObject({ code: "ADDRESS_REFUSED" });
    expect(connected).toEqual([]);
  });

  it("connects to the address that was checked, whatever the name means a moment later", async () => {
    const { connected, connect } = aRecordingConnector();
    let answers = 0;
    const resolve: Resolve = async () => {
      answers += 1;
      return answers === 1 ? ["93.184.216.34"] : ["127.0.0.1"];
    };

    const first = await connectTo(createSafeConnector({ resolve, connect }), "rebind.example.org");
    const second = await connectTo(createSafeConnector({ resolve, connect }), "rebind.example.org");

    expect(connected.map(({ hostname }) => hostname)).toEqual(["93.184.216.34"]);
    expect(first).toBe(FAILURE);
    expect(second).toMatchObject({ code: "ADDRESS_REFUSED" });
  });

  it("keeps the name for TLS", async () => {
    const { connected, connect } = aRecordingConnector();
    const connector = createSafeConnector({ resolve: async () => ["93.184.216.34"], connect });

    await connectTo(connector, "pages.example.org");

    expect(connected[0]).toMatchObject({ host: "pages.example.org", servername: "pages.example.org" });
  });

  it("tries the next address when one does not answer", async () => {
    const { connected, connect } = aRecordingConnector();
    const addresses = ["2606:2800:220:1::1", "93.184.216.34"];

    await connectTo(createSafeConnector({ resolve: async () => addresses, connect }), "pages.example.org");

    expect(connected.map(({ hostname }) => hostname)).toEqual(["2606:2800:220:1::1", "93.184.216.34"]);
  });

  it("hands on that a name does not resolve", async () => {
    const { connect } = aRecordingConnector();
    const failure = new Error("ENOTFOUND");
    const connector = createSafeConnector({ resolve: () => Promise.reject(failure), connect });

    expect(await connectTo(connector, "gone.example.org")).toBe(failure);
  });
});
