import type { Dataset } from "../../../schema/dataset.ts";
import { formatCount, formatPlural } from "../state/format.ts";
import type { Focus } from "../state/view-state.ts";
import { wordsOf } from "./language.ts";

export type FactName =
  | "owner"
  | "registry"
  | "licence"
  | "created"
  | "hubMonth"
  | "paperMonth"
  | "downloads"
  | "likes"
  | "languages"
  | "tasks"
  | "dataType"
  | "domains"
  | "aliases";

/** The panel of one dataset. */
export interface DatasetWords {
  readonly panel: string;
  readonly closePanel: string;
  readonly closeTitle: string;
  readonly notTracedYet: string;
  readonly theDataset: string;
  readonly theNeighbours: string;
  readonly theContamination: string;
  readonly theLicences: string;
  readonly isRoot: string;
  readonly isTarget: string;
  readonly copyId: (id: string) => string;
  /** "traced on 2025-11-24", in pieces around the date. */
  readonly since: readonly [before: string, after: string];
  readonly openAsRoot: string;
  readonly openTitle: string;
  readonly addTarget: string;
  readonly addTargetTitle: string;
  readonly trace: string;
  readonly traceAgain: string;
  readonly traceTitle: string;
  readonly openOn: (registry: Dataset["registry"]) => string;
  readonly focusTitle: string;
  readonly focus: Readonly<Record<Focus, string>>;
  readonly focusCount: (focus: Focus, count: number) => string;
  readonly fact: Readonly<Record<FactName, string>>;
  readonly month: (month: string) => string;
  readonly builtFrom: string;
  readonly usedBy: string;
  readonly noSources: string;
  readonly sourcesUnknown: string;
  readonly shownOf: (shown: number, of: number) => string;
  readonly expandSources: string;
  readonly expandUses: string;
  readonly collapse: string;
  readonly models: string;
  readonly clearings: string;
  readonly documents: string;
  readonly noDocuments: string;
  readonly readOn: string;
  readonly more: (count: number) => string;
  readonly contamination: string;
  readonly drawWay: string;
  readonly drawWayTitle: string;
  readonly strongestWay: (steps: number, confidence: string) => string;
  readonly shortestWay: (steps: number) => string;
  readonly onlyWay: (steps: number, confidence: string) => string;
  readonly clearedWays: string;
  readonly otherwise: (level: string) => string;
  readonly licences: string;
  readonly noLicenceConflict: string;
  readonly licenceHint: string;
  readonly licenceWay: string;
  readonly licenceOf: (kind: string, licenceClass: string) => string;
  readonly confidenceTitle: string;
  readonly sources: (count: number) => string;
  readonly uses: (count: number) => string;
  readonly longName: (shown: number, of: number) => string;
  readonly hiddenCharacter: (name: string, code: string) => string;
  readonly newPage: string;
  readonly notAnAddress: string;
}

const OPEN_ON = {
  huggingface: "open on the Hub",
  github: "open on GitHub",
  website: "open the website",
  paper: "open the paper",
  kaggle: "open on Kaggle",
  name: "open the page",
} satisfies Record<Dataset["registry"], string>;

const steps = (count: number): string => formatPlural(count, "step");

const ENGLISH: DatasetWords = {
  panel: "Details",
  closePanel: "Close",
  closeTitle: "Close (Esc)",
  notTracedYet: "What is known of the dataset is shown here once it is traced.",
  theDataset: "the dataset",
  theNeighbours: "its sources and uses",
  theContamination: "its contamination",
  theLicences: "the licences of its ancestry",
  isRoot: ", root of this view",
  isTarget: ", a target of this view",
  copyId: (id) => `Copy the id ${id}`,
  since: [" on ", ""],
  openAsRoot: "Open as root",
  openTitle: "Draw the lineage of this dataset alone (Enter)",
  addTarget: "Add as target",
  addTargetTitle: "Draw its lineage together with what is drawn",
  trace: "Trace",
  traceAgain: "Trace again",
  traceTitle: "Read its documents and those of its sources",
  openOn: (registry) => OPEN_ON[registry],
  focusTitle: "Light up",
  focus: { neighbours: "Neighbours", ancestry: "Ancestry (a)", descent: "Descent (d)" },
  focusCount: (focus, count) =>
    focus === "ancestry"
      ? `${formatCount(count)} of the drawn datasets are its ancestors`
      : `${formatCount(count)} of the drawn datasets descend from it`,
  fact: {
    owner: "Owner",
    registry: "Registry",
    licence: "Licence",
    created: "Created",
    hubMonth: "On the Hub since",
    paperMonth: "First paper",
    downloads: "Downloads",
    likes: "Likes",
    languages: "Languages",
    tasks: "Tasks",
    dataType: "Rows written by",
    domains: "Domains",
    aliases: "Also called",
  },
  month: (month) => `${month}, as a publication gives it`,
  builtFrom: "Built from",
  usedBy: "Used by",
  noSources: "Its documents name no source.",
  sourcesUnknown: "Unknown: its documents have not been read.",
  shownOf: (shown, of) => `${formatCount(shown)} of ${formatCount(of)} drawn`,
  expandSources: "Draw all sources",
  expandUses: "Draw all uses",
  collapse: "Draw them no more",
  models: "Models that made it",
  clearings: "Said to be cleared of",
  documents: "Documents read",
  noDocuments: "None was read.",
  readOn: "read",
  more: (count) => `${formatCount(count)} more`,
  contamination: "Benchmarks it can have seen",
  drawWay: "Draw this way",
  drawWayTitle: "Light up the ways between the dataset and the benchmark on the canvas",
  strongestWay: (count, confidence) => `Strongest way: ${steps(count)}, ${confidence} sure`,
  shortestWay: (count) => `Shortest way: ${steps(count)}`,
  onlyWay: (count, confidence) => `${steps(count)} up, ${confidence} sure`,
  clearedWays: "Said to be cleared",
  otherwise: (level) => `; without that claim: ${level}`,
  licences: "Licences along its ancestry",
  noLicenceConflict: "No source that asks for more than its own licence gives is known.",
  licenceHint:
    "A help to look, not legal advice: what a card says can be wrong, and unknown licences are left out.",
  licenceWay: "The way to it, with the licence of each step",
  licenceOf: (kind, licenceClass) => `${kind}, ${licenceClass}`,
  confidenceTitle: "Confidence, 0 to 1",
  sources: (count) => formatPlural(count, "source"),
  uses: (count) => formatPlural(count, "use"),
  longName: (shown, of) =>
    `cut here: the first ${formatCount(shown)} of ${formatCount(of)} characters; the copy button has all`,
  hiddenCharacter: (name, code) => `${name}, ${code}: not visible in the original`,
  newPage: "(opens a new page)",
  notAnAddress: "Not a web address, so not a link",
};

export const datasetWords = (): DatasetWords => wordsOf("dataset", ENGLISH);
