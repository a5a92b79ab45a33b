import type { EdgeChange } from "../../../schema/decision.ts";
import type { QueueDetail, QueueItem, QueuePage } from "../../../schema/review-queue.ts";
import { shownQuote, shownText, warningsOf } from "../review/shown-text.ts";
import { edgeLabel } from "./edge-lines.ts";
import type { Terminal } from "./terminal.ts";
import { toCount, toCounted, toLine } from "./text.ts";

type Paint = Terminal["paint"];

/** What `review list` prints. */
export const queueLines = ({ items, total, reasons }: QueuePage, paint: Paint): readonly string[] => [
  ...items.map((item) => {
    const { edge, value, held, assigned } = item;
    const who = [
      ...(assigned === undefined ? [] : [`for ${toLine(assigned.to)}`]),
      ...(held === undefined || held.mine ? [] : [`held by ${toLine(held.by)}`]),
      ...(item.skipped ? ["skipped"] : []),
    ];
    const ends = `${shownText(edge.from, paint)} <- ${shownText(edge.to, paint)}`;
    return [
      edge.id,
      value.total.toFixed(1).padStart(7),
      item.why.join("+"),
      ends,
      edgeLabel(edge),
      ...who,
    ].join("  ");
  }),
  `${toCounted(total, "edge")} to look at${items.length < total ? `, ${toCount(items.length)} shown` : ""}: ${reasonWords(reasons)}`,
];

const reasonWords = (reasons: QueuePage["reasons"]): string =>
  Object.entries(reasons)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${toCount(count)} ${reason}`)
    .join(", ") || "none";

/** One edge with what proves it, what speaks against it, and what it could mean instead. */
export const reviewItemLines = (detail: QueueDetail, paint: Paint): readonly string[] => {
  const { item, evidence, candidates } = detail;
  const { edge, value } = item;
  return [
    paint("bold", `${shownText(edge.from, paint)} <- ${shownText(edge.to, paint)}`),
    `${edge.id}  ${edge.kind}  ${edge.status}  ${edgeLabel(edge)}`,
    `why: ${item.why.length === 0 ? "nobody asks for it" : item.why.join(", ")}${item.blind ? " (a second look: what was decided is not shown)" : ""}`,
    ...[edge.from, edge.to].flatMap((id) => warningsOf(id, paint)),
    valueLine(value),
    ...item.proposals.map(({ by, note, change }) => proposalLine({ by, note, change }, paint)),
    ...(evidence.length === 0 ? [noQuote(item)] : []),
    ...evidence.flatMap(({ quote, nameAsWritten, documentKind, url, stance, tracer, model, span }) => [
      "",
      `  "${shownQuote(quote, nameAsWritten, paint)}"`,
      ...warningsOf(quote, paint).map((line) => `  ${line}`),
      `  ${paint("dim", `${stance}, ${documentKind} ${toLine(url)}, characters ${span.start} to ${span.end}, by ${toLine(model ?? tracer)}`)}`,
    ]),
    ...(candidates.length > 1 ? ["", "could mean"] : []),
    ...(candidates.length > 1 ? candidates.map((one, index) => candidateLine(one, index, paint)) : []),
  ];
};

const valueLine = ({ total, disagreement, datasets, flags, parts }: QueueItem["value"]): string => {
  const doubts = Object.entries(parts)
    .filter(([, part]) => part > 0.005)
    .map(([name, part]) => `${name} ${part.toFixed(2)}`);
  return `value ${total.toFixed(1)} = disagreement ${disagreement.toFixed(2)} (${doubts.join(", ") || "none"}) * (${toCounted(datasets, "dataset")} + ${toCounted(flags, "flag")})`;
};

interface Proposed {
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly change: EdgeChange | undefined;
}

const proposalLine = ({ by, note, change }: Proposed, paint: Paint): string => {
  const said = change === undefined ? "that it exists" : changeWords(change);
  const why = note ?? change?.note;
  return `proposed${by === undefined ? "" : ` by ${toLine(by)}`}: ${said}${why === undefined ? "" : ` ("${shownText(why, paint)}")`}`;
};

/** "rejected, cited-only", "edited, fusion, test split". */
export const changeWords = (change: EdgeChange): string => {
  if (change.verdict === "accepted") return "accepted";
  if (change.verdict === "rejected") return `rejected, ${change.reason}`;
  const { relation, split, subset, to } = change;
  return [
    "edited",
    ...(relation === undefined ? [] : [relation]),
    ...(split === undefined ? [] : [split === null ? "no split" : `${split} split`]),
    ...(subset === undefined ? [] : [subset === null ? "no subset" : `subset ${toLine(subset)}`]),
    ...(to === undefined ? [] : [`to ${toLine(to)}`]),
  ].join(", ");
};

const noQuote = ({ edge }: QueueItem): string => {
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  return origin?.kind === "published"
    ? `no quote of ours; published in ${toLine(origin.citation)}${origin.documentKinds.length === 0 ? "" : ` from its ${origin.documentKinds.join(", ")}`}`
    : "no quote of ours";
};

export const candidateLine = (
  { id, score, current, features }: QueueDetail["candidates"][number],
  index: number,
  paint: Paint,
): string => {
  const { similarity, alias, owner, downloads, createdAt, isNewer, uses } = features;
  const facts = [
    `name ${similarity.toFixed(2)}`,
    ...(alias === undefined ? [] : [`alias "${shownText(alias.key, paint)}" ${alias.reason}`]),
    ...(owner === "other" ? [] : [`owner ${owner}`]),
    ...(downloads === undefined ? [] : [toCounted(downloads, "download")]),
    ...(createdAt === undefined ? [] : [createdAt.slice(0, 10)]),
    ...(isNewer === true ? ["newer than the derived dataset"] : []),
    toCounted(uses, "use"),
  ];
  return `  ${index + 1}  ${score.toFixed(2)}  ${shownText(id, paint)}${current ? " (now)" : ""}  ${paint("dim", facts.join(", "))}`;
};
