import type { Command } from "commander";
import { type CommonOptions, withCommonOptions } from "../command-context.ts";

/** Of every command that works on the queue. */
export interface ReviewOptions extends CommonOptions {
  readonly as?: string;
}

export const withReviewOptions = (command: Command): Command =>
  withCommonOptions(command).option(
    "--as <name>",
    "who decides (default: $STEMMA_REVIEWER or the user of this machine)",
  );

/** Which part of the queue: fields of QueueQuery under the names of options. */
export const FILTERS = [
  ["why", "why <reasons>", "contradicted, proposed, flagged, second, audit; commas between several"],
  ["relations", "relation <relations>", "inclusion, fusion, ...; commas between several"],
  ["statuses", "status <statuses>", "accepted, flagged, rejected; commas between several"],
  ["flags", "flag <reasons>", "why it was flagged; commas between several"],
  ["documentKinds", "document-kind <kinds>", "card, github, blog, paper; commas between several"],
  ["finders", "tracer <tracers>", "rules, model, person; commas between several"],
  ["dataset", "dataset <id>", "either end"],
  ["owner", "owner <owner>", "owner of either end"],
  ["text", "text <part>", "part of the id of either end"],
  ["benchmark", "benchmark <id>", "whose held-out items may come through the edge"],
  ["trace", "trace <id>", "the trace that found it first or last"],
  ["least", "least <confidence>", "confidence from, 0 to 1"],
  ["most", "most <confidence>", "confidence to, 0 to 1"],
  ["assigned", "assigned <name>", "to whom it is assigned: a name, me, nobody"],
  ["reviewer", "reviewer <name>", "who proposed or decided what is asked about"],
  ["limit", "limit <edges>", "of a list, at most 500 (default: 50)"],
] as const;

export type FilterOptions = Readonly<Record<string, unknown>>;

export const withFilterOptions = (command: Command): Command =>
  FILTERS.reduce((one, [, flags, description]) => one.option(`--${flags}`, description), command);
