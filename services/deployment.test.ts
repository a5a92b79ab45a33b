import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseConfig } from "./config.ts";
import { projectFolder } from "./project-folder.ts";
import { composeSettings, interpolate, readComposeFile } from "./testing/compose-file.ts";

const SECRETS = { NEO4J_PASSWORD: "a long password", STEMMA_TOKEN: "a token of 21 letters" };
const { services } = readComposeFile();

const environmentOf = (
  service: keyof typeof services,
  variables: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(services[service].environment).map(([name, text]) => [name, interpolate(text, variables)]),
  );

describe("the compose file", () => {
  test.each(["neo4j", "stemma"] as const)("starts no %s without a password of one's own", (service) => {
    expect(() => environmentOf(service, {})).toThrow(/NEO4J_PASSWORD/);
    expect(() => environmentOf(service, SECRETS)).not.toThrow();
  });

  test("starts no service without a token of one's own", () => {
    expect(() => environmentOf("stemma", { NEO4J_PASSWORD: "a long password" })).toThrow(/STEMMA_TOKEN/);
  });

  test("gives the service an environment that its configuration takes", () => {
    const image = { STEMMA_HOST: "0.0.0.0", STEMMA_PORT: "4870", STEMMA_DATA: "/data" };

    const config = parseConfig({ ...image, ...environmentOf("stemma", SECRETS) });

    expect(config.neo4j).toEqual({
      uri: "bolt://neo4j:7687",
      user: "neo4j",
      password: SECRETS.NEO4J_PASSWORD,
    });
    expect(config.token).toBe(SECRETS.STEMMA_TOKEN);
  });

  test("publishes the service on this machine alone, and Neo4j nowhere", () => {
    expect(services.stemma.ports?.map((port) => interpolate(port, {}))).toEqual(["127.0.0.1:4870:4870"]);
    expect(services.neo4j.ports).toBeUndefined();
  });

  test("lets LOAD CSV read nothing, and no query take all the memory", () => {
    expect(composeSettings()).toEqual(
      expect.arrayContaining([
        "dbms.security.allow_csv_import_from_file_urls=false",
        "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
        "db.memory.transaction.max=256m",
        "dbms.memory.transaction.total.max=512m",
      ]),
    );
  });

  test("names no variable of the service that .env.example does not explain", () => {
    const example = readFileSync(join(projectFolder(), ".env.example"), "utf8");
    const names = Object.keys(services.stemma.environment);

    expect(names.filter((name) => !example.includes(`\n${name}=`))).toEqual([]);
  });
});

describe("the image", () => {
  const dockerfile = readFileSync(join(projectFolder(), "Dockerfile"), "utf8");

  test("runs no install script, and not as root", () => {
    expect(dockerfile.match(/npm (?:ci|prune)[^\n&]*/g)).toEqual([
      expect.stringContaining("--ignore-scripts"),
      expect.stringContaining("--ignore-scripts"),
    ]);
    expect(dockerfile).toMatch(/\nUSER node\n[\s\S]*\nENTRYPOINT/);
  });

  test("has a health check that is one statement of JavaScript", () => {
    const script = /HEALTHCHECK[\s\S]*?CMD \["node", "-e", "([\s\S]*?)"\]/.exec(dockerfile)?.[1] ?? "";

    expect(script).toContain("/api/health");
    expect(() => new Function(script.replaceAll("\\\n", ""))).not.toThrow();
  });
});
