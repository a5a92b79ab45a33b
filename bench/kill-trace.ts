/**
 * Kills traces of the example mirror at random moments, lets them go on, and compares each graph with an uninterrupted one's.
 * Exits 1 on any difference, fault, failed run, or question that the model's endpoint was asked twice.
 *
 *   npx tsx bench/kill-trace.ts --points 30 --seed 1
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readExpectedTrace } from "../examples/read-expected-trace.ts";
import { projectFolder } from "../services/project-folder.ts";
import { createRandom } from "../services/create-random.ts";
import { differencesOf, LEFT_OUT } from "../services/testing/read-traced-graph.ts";
import { surviveKills, type Survival } from "../services/testing/survive-kills.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { values } = parseArgs({
  options: { points: { type: "string", default: "30" }, seed: { type: "string", default: "1" } },
});
const random = createRandom(Number(values.seed));
const world = { root: (await readExpectedTrace()).root, mirror: join(projectFolder(), "examples", "mirror") };
/** Every so many points the run that goes on is killed too. */
const TWICE_EVERY = 3;
const SHOWN_DIFFERENCES = 5;

const whole = await surviveKills({ ...world, killAfterMs: [] });
if (whole.code !== 0) throw new Error(`the uninterrupted trace failed: ${whole.output}`);
print(
  `uninterrupted: ${(whole.elapsedMs / 1000).toFixed(1)} s, ${whole.graph.lines.length} records, ${whole.questions} questions`,
);
print(`left out of the comparison: ${LEFT_OUT.join(", ")}`);

const total = {
  points: 0,
  kills: 0,
  differences: 0,
  faults: 0,
  failed: 0,
  repeated: 0,
};

const note = (moments: readonly number[], survival: Survival): void => {
  const { graph, code, kills, repeated } = survival;
  const differences = differencesOf(whole.graph.lines, graph.lines);
  total.points += 1;
  total.kills += kills;
  total.differences += differences.length;
  total.faults += graph.faults.length;
  total.failed += code === 0 ? 0 : 1;
  total.repeated += repeated;
  const at = moments.map((ms) => `${Math.round(ms)} ms`).join(" + ");
  print(
    `${String(total.points).padStart(3)}  killed at ${at.padEnd(18)} kills ${kills}  exit ${code}  differences ${differences.length}  faults ${graph.faults.length}  asked twice ${repeated}`,
  );
  for (const line of differences.slice(0, SHOWN_DIFFERENCES)) print(`       ${line.slice(0, 400)}`);
  for (const { rule, subject, detail } of graph.faults) print(`       fault ${rule} ${subject} ${detail}`);
  if (code !== 0) print(survival.output.slice(-2_000));
};

/** A moment after the run's end kills nothing and is no point: another is drawn. */
while (total.points < Number(values.points)) {
  const isTwice = (total.points + 1) % TWICE_EVERY === 0;
  const moments = Array.from({ length: isTwice ? 2 : 1 }, () => random() * whole.elapsedMs);
  const survival = await surviveKills({ ...world, killAfterMs: moments });
  if (survival.kills > 0) note(moments, survival);
}

print(JSON.stringify(total));
const isSound = total.differences + total.faults + total.failed + total.repeated === 0;
process.exitCode = isSound ? 0 : 1;
