import type { Calibration } from "../../../schema/calibration.ts";
import type {
  Agreement,
  AgreementValue,
  Precision,
  RaterPair,
  ReviewStatistics,
} from "../../../schema/review-statistics.ts";
import { fitLines, obstacleLine } from "./calibration-lines.ts";
import { toCount, toCounted, toLine } from "./text.ts";

/** What `review report` prints. */
export const reviewReportLines = (statistics: ReviewStatistics): readonly string[] => {
  const { reviewed } = statistics;
  return [
    `${toCounted(reviewed.edges, "machine-made edge")} reviewed by ${toCounted(reviewed.reviewers, "person").replace("persons", "people")}: ${toCount(reviewed.right)} right, ${toCount(reviewed.wrong)} wrong`,
    ...paceLines(statistics.pace),
    "",
    ...agreementLines(statistics.agreement),
    ...statistics.precision.flatMap(precisionLines),
    ...(statistics.rejections.length === 0
      ? []
      : [
          "",
          "Rejected because",
          ...statistics.rejections.map(({ reason, edges }) => `${toCount(edges).padStart(8)}  ${reason}`),
        ]),
    "",
    ...calibrationLines(statistics.calibration),
  ];
};

const paceLines = ({ decisions, median, p90 }: ReviewStatistics["pace"]): readonly string[] =>
  median === undefined || p90 === undefined
    ? []
    : [
        `${toCounted(decisions, "timed decision")}: half of them within ${median.toFixed(1)} s, nine in ten within ${p90.toFixed(1)} s`,
      ];

const agreementLines = (agreement: ReviewStatistics["agreement"]): readonly string[] => [
  "Agreement (95 % interval)",
  agreementLine("is it an edge", agreement.holds),
  agreementLine("which relation", agreement.relation),
  ...agreement.relations.map((one) => agreementLine(`  ${one.relation}`, one)),
  ...agreement.pairs.map(pairLine),
  ...(agreement.disputed.length === 0
    ? []
    : [`people differ on ${toCounted(agreement.disputed.length, "edge")}: review report --json lists them`]),
];

const NAME_WIDTH = 24;

const agreementLine = (name: string, { edges, missing, blind, unanimous, alpha }: Agreement): string =>
  `${name.padEnd(NAME_WIDTH)}${toCounted(edges, "edge")} reviewed twice, ${toCount(blind)} of them blind; ` +
  (alpha === undefined
    ? `${toCount(missing)} more for figures`
    : `all said the same of ${toCount(unanimous ?? 0)}, alpha ${valueOf(alpha)}`);

const pairLine = ({ one, other, edges, missing, agreed, kappa }: RaterPair): string =>
  `${toLine(`${one}, ${other}`).padEnd(NAME_WIDTH)}${toCounted(edges, "edge")}; ` +
  (kappa === undefined
    ? `${toCount(missing)} more for figures`
    : `agreed on ${toCount(agreed ?? 0)}, kappa ${valueOf(kappa)}`);

const valueOf = (value: AgreementValue): string => {
  if (value.kind === "value") {
    return `${value.value.toFixed(2)} (${value.low.toFixed(2)} to ${value.high.toFixed(2)})`;
  }
  return value.reason === "one-category"
    ? "undefined: all labels are the same"
    : "undefined: nothing to compare";
};

const TITLES = {
  status: "by what the program said",
  origin: "by who claims it",
  "document-kind": "by kind of document",
  documents: "by number of documents",
  tracer: "by tracer",
  "resolved-by": "by how the name became an id",
  contradicted: "by whether a document denies it",
  flag: "by flag",
  relation: "by relation",
  "relation-kept": "right edges whose relation was kept",
} satisfies Record<Precision["dimension"], string>;

const precisionLines = ({ dimension, groups }: Precision): readonly string[] =>
  groups.length === 0
    ? []
    : [
        "",
        `Right, ${TITLES[dimension]}`.padEnd(44) + "reviewed   right   share  95 % interval   of all",
        ...groups.map(
          ({ value, edges, right, least, most, estimate }) =>
            `  ${value.padEnd(42)}${toCount(edges).padStart(8)}${toCount(right).padStart(8)}` +
            `${percent(right / edges)}   ${percent(least).trim()} to ${percent(most).trim()}`.padEnd(26) +
            percent(estimate),
        ),
      ];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`.padStart(8);

const calibrationLines = ({ current, now }: ReviewStatistics["calibration"]): readonly string[] => [
  current === undefined ? "Confidences are as their signals give them" : inForceLine(current),
  ...(now.obstacle === undefined ? ["A calibration now:"] : [obstacleLine(now.obstacle)]),
  ...(now.fit === undefined ? [] : fitLines(now.fit)),
];

const inForceLine = (record: Calibration): string =>
  record.kind === "reset"
    ? "Confidences are as their signals give them"
    : `Calibrated on ${toCounted(record.fit.labels.edges, "reviewed edge")} at ${record.at} by ${toLine(record.by)}`;
