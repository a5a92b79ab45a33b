import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { AppError } from "../schema/errors.ts";
import { isUnencrypted, parseConfig } from "./config.ts";

const faultsOf = (environment: Record<string, string>): unknown => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof AppError) return error.context["faults"];
    throw error;
  }
  return [];
};

describe("the configuration", () => {
  test("needs nothing: an empty environment serves loopback from ./data, over the network, without a model", () => {
    const config = parseConfig({});

    expect(config).toEqual({
      dataFolder: resolve("data"),
      host: "127.0.0.1",
      port: 4870,
      logLevel: "warn",
      debug: false,
      endpoints: {},
      rates: { read: 0, write: 0, heavy: 0 },
    });
  });

  test("is frozen, deeply", () => {
    const config = parseConfig({ STEMMA_HUB_URL: "http://hub.example" });

    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.endpoints)).toBe(true);
  });

  test("reports every fault at once, each with its variable", () => {
    const faults = faultsOf({
      STEMMA_PORT: "70000",
      STEMMA_THRESHOLD: "1.5",
      STEMMA_HUB_URL: "ftp://hub.example",
      STEMMA_TOKEN: "short",
      STEMMA_DEBUG: "maybe",
    });

    expect(faults).toHaveLength(5);
    for (const name of [
      "STEMMA_PORT",
      "STEMMA_THRESHOLD",
      "STEMMA_HUB_URL",
      "STEMMA_TOKEN",
      "STEMMA_DEBUG",
    ]) {
      expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${name}: `)));
    }
  });

  test("lets a command's option win over the environment", () => {
    const environment = { STEMMA_DATA: "/var/one", STEMMA_PORT: "1000", STEMMA_HOST: "127.0.0.2" };

    const config = parseConfig(environment, { data: "/var/two", port: "0" });

    expect(config).toMatchObject({ dataFolder: "/var/two", port: 0, host: "127.0.0.2" });
  });

  test("takes an empty variable for an absent one", () => {
    expect(parseConfig({ STEMMA_MIRROR: "", HF_TOKEN: " " })).not.toHaveProperty("mirrorFolder");
  });

  test("keeps a threshold of 0", () => {
    expect(parseConfig({ STEMMA_THRESHOLD: "0" }).threshold).toBe(0);
  });

  test("limits the rates of other machines only, unless told otherwise", () => {
    expect(parseConfig({}).rates).toEqual({ read: 0, write: 0, heavy: 0 });
    expect(parseConfig({ STEMMA_HOST: "0.0.0.0", STEMMA_RATE_WRITE: "0" }).rates).toEqual({
      read: 3_000,
      write: 0,
      heavy: 60,
    });
  });

  test("believes the proxies that it names, and takes nothing else for one", () => {
    expect(parseConfig({})).not.toHaveProperty("trustProxy");
    expect(parseConfig({ STEMMA_TRUST_PROXY: "loopback, 10.0.0.0/8,fd00::1" }).trustProxy).toEqual([
      "loopback",
      "10.0.0.0/8",
      "fd00::1",
    ]);
    for (const wrong of ["true", "10.0.0.0/33", "proxy.example", "loopback,", "10.0.0.0/8/8"])
      expect(faultsOf({ STEMMA_TRUST_PROXY: wrong }), wrong).toEqual([
        expect.stringMatching(/^STEMMA_TRUST_PROXY: /),
      ]);
  });

  test("asks a language model only when one is named", () => {
    expect(parseConfig({ OPENAI_API_KEY: "key" })).not.toHaveProperty("languageModel");
    expect(faultsOf({ STEMMA_MODEL: "small" })).toEqual([expect.stringContaining("OPENAI_BASE_URL")]);
  });

  test("knows the model's price only when both halves are given", () => {
    const model = { STEMMA_MODEL: "small", OPENAI_BASE_URL: "http://127.0.0.1:8089/v1" };

    expect(parseConfig({ ...model, STEMMA_MODEL_INPUT_PRICE: "0.15" }).languageModel).toEqual({
      name: "small",
      baseUrl: "http://127.0.0.1:8089/v1",
    });
    const priced = { ...model, STEMMA_MODEL_INPUT_PRICE: "0.15", STEMMA_MODEL_OUTPUT_PRICE: "0" };
    expect(parseConfig(priced).languageModel?.price).toEqual({ input: 0.15, output: 0 });
  });

  describe("of Neo4j", () => {
    const server = { NEO4J_URI: "bolt://graph.example:7687", NEO4J_PASSWORD: "secret" };

    test("is an address, a user, a password and a database", () => {
      expect(parseConfig({})).not.toHaveProperty("neo4j");
      expect(parseConfig(server).neo4j).toEqual({
        uri: "bolt://graph.example:7687",
        user: "neo4j",
        password: "secret",
      });
      expect(parseConfig({ ...server, NEO4J_USER: "stemma", NEO4J_DATABASE: "lineage" }).neo4j).toMatchObject(
        {
          user: "stemma",
          database: "lineage",
        },
      );
    });

    test.each([
      "http://graph.example:7474",
      "graph.example:7687",
      "bolt://neo4j:secret@graph.example",
      "bolt://",
    ])("does not take %s for its address", (uri) => {
      expect(faultsOf({ ...server, NEO4J_URI: uri })).toEqual([expect.stringMatching(/^NEO4J_URI: /)]);
    });

    test("needs a password with the address, and the address alone decides", () => {
      expect(faultsOf({ NEO4J_URI: "bolt://127.0.0.1" })).toEqual([
        expect.stringMatching(/^NEO4J_PASSWORD: /),
      ]);
      expect(parseConfig({ NEO4J_PASSWORD: "secret" })).not.toHaveProperty("neo4j");
    });

    test.each([
      ["bolt://127.0.0.1:7687", false],
      ["neo4j://[::1]:7687", false],
      ["neo4j+s://graph.example", false],
      ["bolt+ssc://10.0.0.5:7687", false],
      ["bolt://10.0.0.5:7687", true],
      ["neo4j://graph.example", true],
    ])("knows whether %s sends a password in clear", (uri, expected) => {
      expect(isUnencrypted({ uri })).toBe(expected);
    });
  });
});
