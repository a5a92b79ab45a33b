import type { TraceEvent } from "../../../schema/events.ts";
import type { BudgetPart } from "../state/traces/budget-text.ts";
import type { MissedOutcome } from "../state/traces/to-retries.ts";
import { formatCount } from "../state/format.ts";
import { readableId } from "../state/name-of-id.ts";
import { ENGLISH_HEALTH, type HealthWords } from "./health-words.ts";
import { wordsOf } from "./language.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

/** Words of an event's line, each from the facts that it holds. */
export type EventWords = {
  readonly [Type in TraceEvent["type"]]: (event: Extract<TraceEvent, { type: Type }>) => string;
};

export interface TracesWords {
  readonly title: string;
  readonly intro: string;
  readonly tracesWhat: string;
  readonly traceWhat: string;
  readonly changesWhat: string;
  readonly start: {
    readonly title: string;
    readonly roots: string;
    readonly rootsHelp: string;
    readonly placeholder: string;
    readonly faults: (texts: string) => string;
    readonly none: string;
    readonly tooMany: string;
    readonly count: (count: number) => string;
    readonly refresh: string;
    readonly refreshHelp: string;
    readonly begin: string;
    readonly beginning: string;
    readonly promise: string;
  };
  readonly home: {
    readonly label: string;
    readonly placeholder: string;
    readonly complaint: string;
    readonly help: string;
    readonly button: string;
    readonly more: string;
  };
  readonly budget: {
    readonly title: string;
    readonly help: string;
    readonly part: Readonly<Record<BudgetPart, string>>;
    readonly partHelp: Readonly<Record<BudgetPart, string>>;
    readonly noLimit: string;
    readonly fault: string;
    readonly use: (used: string, limit: string) => string;
  };
  readonly health: HealthWords;
  readonly list: {
    readonly title: string;
    readonly empty: string;
    readonly back: string;
    readonly edges: (count: number) => string;
    readonly datasets: (count: number) => string;
    readonly roots: (first: string, more: number) => string;
    readonly column: Readonly<Record<"roots" | "state" | "datasets" | "edges" | "started" | "took", string>>;
    readonly more: (count: number) => string;
  };
  readonly live: {
    readonly loading: string;
    readonly starting: string;
    readonly stop: string;
    readonly stopTitle: string;
    readonly goOn: string;
    readonly goOnHelp: string;
    readonly watch: string;
    readonly elapsed: string;
    readonly lost: string;
    readonly failure: (message: string) => string;
    readonly counter: Readonly<Record<CounterName, string>>;
    readonly counterTitle: Readonly<Record<CounterName, string>>;
    readonly model: (calls: number, tokens: number) => string;
    readonly tree: string;
    readonly treeEmpty: string;
    readonly moreVisits: (count: number) => string;
    readonly sources: (count: number) => string;
    readonly documents: (count: number) => string;
    readonly showInGraph: string;
    readonly movedTo: (id: string) => string;
    readonly fromStore: string;
    readonly log: string;
    readonly pause: string;
    readonly goOnLog: string;
    readonly paused: (count: number) => string;
    readonly logCut: (count: number) => string;
  };
  readonly missed: {
    readonly title: string;
    readonly outcome: Readonly<Record<MissedOutcome, string>>;
    readonly again: string;
    readonly againAll: (count: number) => string;
    readonly againOne: (id: string) => string;
  };
  readonly changes: {
    readonly title: string;
    readonly none: string;
    readonly first: string;
    readonly compared: (datasets: number, against: number) => string;
    readonly firstReadings: (count: number) => string;
    readonly unchanged: (count: number) => string;
    readonly new: string;
    readonly gone: string;
    readonly changed: string;
    readonly edge: (from: string, to: string) => string;
    readonly became: (before: string, after: string) => string;
  };
  readonly event: EventWords;
}

export type CounterName = "datasets" | "waiting" | "documents" | "accepted" | "flagged" | "rejected";

const plural = (count: number, one: string): string =>
  `${formatCount(count)} ${count === 1 ? one : `${one}s`}`;

/** As the beginning of a sentence. */
const TRACER = { rules: "the rules", model: "the language model" } as const;

const EVENT: EventWords = {
  "trace-start": ({ roots, resumed }) =>
    `${resumed ? "goes on" : "begins"} with ${roots.map(readableId).join(", ")}`,
  "dataset-start": ({ dataset, waiting }) => `visits ${readableId(dataset)}; ${formatCount(waiting)} wait`,
  "document-read": ({ kind, url, cached }) =>
    `read the ${vocabularyWords().document[kind]} ${url}${cached ? " from the store" : ""}`,
  "resource-failed": ({ url, outcome, reason }) =>
    `could not read ${url}: ${outcome === "refused" ? outcome : vocabularyWords().outcome[outcome]}, ${reason}`,
  "claims-found": ({ tracer, sources, models, rejected }) =>
    `${TRACER[tracer]} found ${plural(sources, "source")}, ${plural(models, "model")}, rejected ${formatCount(rejected)}`,
  "claim-dropped": ({ name, reason }) => `dropped ${name}: ${vocabularyWords().rejection[reason]}`,
  "model-called": ({ model, outcome, reused }) => `${model} ${outcome}${reused ? ", reused" : ""}`,
  "edge-decided": ({ dataset, to, status }) =>
    `${vocabularyWords().statusName[status]}: ${readableId(dataset)} from ${readableId(to)}`,
  "dataset-end": ({ dataset, outcome, reason }) =>
    `${readableId(dataset)}: ${vocabularyWords().outcome[outcome]}${reason === undefined ? "" : `, ${reason}`}`,
  "trace-end": ({ state, reason }) =>
    `ended: ${vocabularyWords().traceState[state]}${reason === undefined ? "" : `, ${reason}`}`,
};

const LIVE: TracesWords["live"] = {
  loading: "Loading the trace",
  starting: "starting",
  stop: "Stop",
  stopTitle: "Ends the trace; everything found so far stays",
  goOn: "Go on",
  goOnHelp: "Goes on from where it ended, with the limits above for this run.",
  watch: "Watch the graph grow",
  elapsed: "Time since it started",
  lost: "The connection is lost; trying again. The trace goes on, and this page catches up.",
  failure: (message) => `The trace could not be changed: ${message}.`,
  counter: {
    datasets: "datasets",
    waiting: "waiting",
    documents: "documents",
    accepted: "accepted",
    flagged: "flagged",
    rejected: "rejected",
  },
  counterTitle: {
    datasets: "visited so far",
    waiting: "known and not yet visited",
    documents: "cards, pages and papers read",
    accepted: "edges that the evidence carries",
    flagged: "edges that wait for a person",
    rejected: "names that are no source, with the reason",
  },
  model: (calls, tokens) => `${plural(calls, "model call")}, ${plural(tokens, "token")}`,
  tree: "Visits, each below the dataset that named it",
  treeEmpty: "The first visit is about to begin.",
  moreVisits: (count) => `${formatCount(count)} more`,
  sources: (count) => plural(count, "source"),
  documents: (count) => plural(count, "document"),
  showInGraph: "show in the graph",
  movedTo: (id) => `moved to ${id}`,
  fromStore: "from the store",
  log: "Events",
  pause: "Pause",
  goOnLog: "Follow again",
  paused: (count) => `Paused; ${plural(count, "newer event")}`,
  logCut: (count) => `The latest ${formatCount(count)} are kept here.`,
};

const ENGLISH: TracesWords = {
  title: "Traces",
  intro: "Reads the documents of datasets and of what they were built from, until nothing is left.",
  tracesWhat: "the traces",
  traceWhat: "the trace",
  changesWhat: "what changed",
  start: {
    title: "Start a trace",
    roots: "Datasets",
    rootsHelp: "Ids or Hub addresses, one a line or with commas between.",
    placeholder: "owner/name\nhttps://huggingface.co/datasets/owner/name",
    faults: (texts) => `Not a dataset id: ${texts}. An id has an owner and a name, as in owner/name.`,
    none: "Name at least one dataset.",
    tooMany: "At most 100 datasets at a time.",
    count: (count) => plural(count, "dataset"),
    refresh: "Read again what earlier traces have read",
    refreshHelp: "Without it, a dataset whose card has not changed is left as it is.",
    begin: "Start",
    beginning: "Starting",
    promise: "Reads public documents only. You can stop it at any time and keep what was found.",
  },
  home: {
    label: "Dataset to trace",
    placeholder: "owner/name or its Hub address",
    complaint: "This is not a dataset id. An id has an owner and a name, as in owner/name.",
    help: "Reads public documents only. You can stop it at any time and keep what was found.",
    button: "Trace",
    more: "Several datasets, and limits",
  },
  budget: {
    title: "Limits",
    help: "A limit that is reached ends the trace cleanly; going on later starts where it ended. An empty field is no limit.",
    part: {
      depth: "Levels",
      datasets: "Datasets",
      documents: "Documents",
      tokens: "Tokens",
      cost: "US dollars",
    },
    partHelp: {
      depth: "Levels above the first datasets; 0 reads these alone.",
      datasets: "Datasets that are visited.",
      documents: "Cards, pages and papers that are read.",
      tokens: "Of the language model, in and out together; the rules use none.",
      cost: "By the price per token that the service was told.",
    },
    noLimit: "no limit",
    fault: "A limit is a whole number above zero; levels may be 0 to 100, dollars a fraction.",
    use: (used, limit) => `${used} of ${limit}`,
  },
  health: ENGLISH_HEALTH,
  list: {
    title: "All traces",
    empty: "Traces are listed here once one was started.",
    back: "All traces",
    edges: (count) => plural(count, "edge"),
    datasets: (count) => plural(count, "dataset"),
    roots: (first, more) => (more === 0 ? first : `${first} and ${formatCount(more)} more`),
    column: {
      roots: "Began with",
      state: "State",
      datasets: "Datasets",
      edges: "Edges",
      started: "Started",
      took: "Took",
    },
    more: (count) => `${formatCount(count)} more`,
  },
  live: LIVE,
  missed: {
    title: "Not read",
    outcome: {
      unreachable: "Could not be reached; nobody knows whether it is there",
      "rate-limited": "The host asked to come back later",
      gated: "It exists, and its owner lets only some people in",
      "not-found": "The Hub says that it does not exist",
      failed: "Something went wrong while reading it",
    },
    again: "try again",
    againAll: (count) => `Try these ${formatCount(count)} again`,
    againOne: (id) => `Try ${id} again`,
  },
  changes: {
    title: "What it found otherwise",
    none: "Every edge is as the readings before had it.",
    first: "Nothing to compare with: no earlier trace had read these datasets.",
    compared: (datasets, against) =>
      `${plural(datasets, "dataset")} compared with ${plural(against, "earlier trace")}.`,
    firstReadings: (count) => `${plural(count, "dataset")} read for the first time.`,
    unchanged: (count) => `${plural(count, "dataset")} left as before, because the card had not changed.`,
    new: "new",
    gone: "gone",
    changed: "changed",
    edge: (from, to) => `${from} from ${to}`,
    became: (before, after) => `${before}, now ${after}`,
  },
  event: EVENT,
};

export const tracesWords = (): TracesWords => wordsOf("traces", ENGLISH);
