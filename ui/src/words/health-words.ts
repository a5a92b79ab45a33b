import { formatPlural } from "../state/format.ts";

/** What a trace works with, what waits, and how it goes with the hosts outside: a part of the words of the traces' page. */
export interface HealthWords {
  readonly mirror: string;
  readonly outside: string;
  readonly model: (name: string) => string;
  readonly rules: string;
  readonly waiting: (host: string, until: string) => string;
  readonly notReady: (reason: string) => string;
  readonly frontier: (traces: number, datasets: number) => string;
  readonly sources: string;
  readonly source: (requests: number, lastSuccess: string | undefined) => string;
}

export const ENGLISH_HEALTH: HealthWords = {
  mirror: "Reads a mirror, not the network.",
  outside: "Reads the Hub, GitHub, arXiv and linked pages.",
  model: (name) => `Rules and the language model ${name}.`,
  rules: "Rules alone; no language model is configured.",
  waiting: (host, until) => `${host} asked to wait until ${until}.`,
  notReady: (reason) => `The graph does not answer: ${reason}.`,
  frontier: (traces, datasets) =>
    traces === 0
      ? "No trace runs."
      : `${formatPlural(traces, "trace")} under way, ${formatPlural(datasets, "dataset")} waiting.`,
  sources: "What was asked of each host",
  source: (requests, lastSuccess) =>
    `${formatPlural(requests, "request")}, ${lastSuccess === undefined ? "no answer yet" : `last answered ${lastSuccess}`}`,
};
