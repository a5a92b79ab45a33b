import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { connectNeo4j } from "./open-neo4j.ts";

it("gives an address where nothing answers up when the time of the statement is over", async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
  const port = (silent.address() as AddressInfo).port;
  const database = connectNeo4j({ uri: `bolt://127.0.0.1:${port}`, user: "neo4j", password: "" });

  const read = database.read("RETURN 1 AS one", {}, { timeoutMs: 200 });

  await expect(read).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
  await database.close();
  silent.close();
});
