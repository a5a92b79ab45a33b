/**
 * Kills the service at random moments while clients write to it, opens the graph again each time, and compares it with what was
 * acknowledged: imports and traces by the service's answers, visits by its events. Exits 1 when anything is lost or by half.
 * With STEMMA_TEST_NEO4J it WIPES that server and works on it; a pid file and a command let some points kill the server too.
 *
 *   npx tsx bench/kill-writes.ts --points 50 --seed 1
 *   STEMMA_TEST_NEO4J=bolt://127.0.0.1:7687 npx tsx bench/kill-writes.ts --server-pid DIR/pid --server-start "start.sh DIR 7687"
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { readExpectedTrace } from "../examples/read-expected-trace.ts";
import { readTestNeo4j } from "../graph/testing/test-neo4j.ts";
import { projectFolder } from "../services/project-folder.ts";
import { createRandom } from "../services/create-random.ts";
import { wipeTestGraph } from "../services/testing/test-graph.ts";
import { surviveWriteKill, type Victim } from "../services/testing/writes/survive-write-kills.ts";
import { createWriteLog } from "../services/testing/writes/write-log.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { values } = parseArgs({
  options: {
    points: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    "server-pid": { type: "string" },
    "server-start": { type: "string" },
  },
});
/** A trace of the example takes some seconds. */
const LONGEST_MS = 4_000;
/** Every so many points the graph's engine is killed before the service is. */
const ENGINE_EVERY = 4;
/** Every so many points the service may be killed before it has answered anything. */
const EARLY_EVERY = 5;
const SHOWN_LOSSES = 5;

const random = createRandom(Number(values.seed));
const isServer = readTestNeo4j() !== undefined;
const { "server-pid": pidFile, "server-start": startCommand } = values;
const canRestart = isServer && pidFile !== undefined && startCommand !== undefined;
const engineVictim: Victim = isServer ? (canRestart ? "server" : "service") : "engine";
if (isServer && !canRestart) print("the server itself is not killed: give --server-pid and --server-start");

const restartServer = async (): Promise<void> => {
  process.kill(Number(await readFile(pidFile ?? "", "utf8")), "SIGKILL");
  // Its port is free, and its store unlocked, when it is gone.
  await promisify(execFile)("bash", ["-c", `sleep 1; ${startCommand}`]);
};

await wipeTestGraph();
const data = await mkdtemp(join(tmpdir(), "stemma-kill-writes-"));
const { root, states } = await readExpectedTrace();
const log = createWriteLog();
const world = {
  data,
  mirror: join(projectFolder(), "examples", "mirror"),
  roots: [root, ...Object.keys(states)],
  random,
  log,
  restartServer,
};
const decided = (): number => [...log.decisions.values()].filter(({ done }) => done !== undefined).length;
let losses = 0;
const killed = { service: 0, engine: 0, server: 0 };
for (let point = 1; point <= Number(values.points); point += 1) {
  const victim: Victim = point % ENGINE_EVERY === 0 ? engineVictim : "service";
  const afterMs = LONGEST_MS * random();
  const counts = point % EARLY_EVERY === 0 ? "from-ready" : "from-answer";
  const lost = await surviveWriteKill(world, { afterMs, counts, victim });
  killed[victim] += 1;
  losses += lost.length;
  print(
    `${String(point).padStart(3)}  ${victim} killed ${String(Math.round(afterMs)).padStart(4)} ms ${counts}  imports ${log.imports.done.size} done of ${log.imports.asked.size} asked  decisions ${decided()}  traces ${log.traces.size}  losses ${lost.length}`,
  );
  for (const loss of lost.slice(0, SHOWN_LOSSES)) print(`       ${loss.slice(0, 300)}`);
}
await rm(data, { recursive: true, force: true });
print(
  JSON.stringify({
    engine: isServer ? "neo4j" : "embedded",
    killed,
    acknowledged: { imports: log.imports.done.size, decidedEdges: decided(), traces: log.traces.size },
    unanswered: Object.fromEntries(log.failures),
    losses,
  }),
);
process.exitCode = losses === 0 ? 0 : 1;
