import type { JSX } from "preact";
import type {
  Agreement,
  AgreementValue,
  Precision,
  ReviewStatistics,
} from "../../../../schema/review-statistics.ts";
import { formatCount } from "../../state/format.ts";
import { figuresWords } from "../../words/figures-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { LoadableView } from "../loadable-view.tsx";
import { NameText } from "../name-text.tsx";
import { ReliabilityPlot } from "./reliability-plot.tsx";
import { useReview } from "./review-context.ts";

/** What the reviews say of the reviewers and of the program. */
export const ReviewFigures = (): JSX.Element => {
  const { statistics } = useReview();
  return (
    <div class="review-figures" data-figures>
      <LoadableView resource={statistics} what={reviewWords().tab.figures} lines={10}>
        {(figures) => (
          <>
            <Summary figures={figures} />
            <AgreementSection figures={figures} />
            <Reliability figures={figures} />
            <PrecisionSection precision={figures.precision} />
          </>
        )}
      </LoadableView>
    </div>
  );
};

interface FiguresProps {
  readonly figures: ReviewStatistics;
}

const Summary = ({ figures }: FiguresProps): JSX.Element => {
  const { decisions, median, p90 } = figures.pace;
  const words = figuresWords();
  return (
    <section>
      <h2>{words.reviewed}</h2>
      <p>{words.reviewedText(figures.reviewed)}</p>
      <p class="muted">
        {median === undefined
          ? words.noPace
          : words.pace(decisions, median.toFixed(1), (p90 ?? median).toFixed(1))}
      </p>
    </section>
  );
};

const AgreementSection = ({ figures }: FiguresProps): JSX.Element => {
  const { holds, relation, pairs, needed } = figures.agreement;
  const words = figuresWords();
  return (
    <section>
      <h2>{words.agreement}</h2>
      <AgreementLine name={words.holds} agreement={holds} needed={needed} />
      <AgreementLine name={words.relation} agreement={relation} needed={needed} />
      {pairs.map(({ one, other, edges, missing, kappa }) => (
        <p key={`${one} ${other}`}>
          <NameText text={words.pair(one, other)} />{" "}
          {kappa === undefined ? words.missing(edges, missing) : valueText(kappa, edges)}
        </p>
      ))}
    </section>
  );
};

interface AgreementLineProps {
  readonly name: string;
  readonly agreement: Agreement;
  readonly needed: number;
}

const AgreementLine = ({ name, agreement, needed }: AgreementLineProps): JSX.Element => {
  const { edges, missing, alpha } = agreement;
  const words = figuresWords();
  return (
    <p data-agreement={edges}>
      <strong>{name}</strong>{" "}
      {alpha === undefined
        ? `${words.missing(edges, missing)} ${words.needed(needed)}`
        : valueText(alpha, edges)}
    </p>
  );
};

const valueText = (value: AgreementValue, edges: number): string => {
  const words = figuresWords();
  if (value.kind === "undefined") return words.undefinedValue[value.reason];
  return words.value(value.value.toFixed(2), [value.low.toFixed(2), value.high.toFixed(2)], edges);
};

const Reliability = ({ figures }: FiguresProps): JSX.Element => {
  const { now } = figures.calibration;
  const words = figuresWords();
  return (
    <section>
      <h2>{words.reliability}</h2>
      {now.fit === undefined ? (
        <p data-obstacle={now.obstacle?.reason}>
          {words.noFit(now.labels.edges)}{" "}
          {now.obstacle !== undefined && words.obstacle(now.obstacle.has, now.obstacle.needs)}
        </p>
      ) : (
        <div class="review-plots">
          <ReliabilityPlot title={words.before} bins={now.fit.reliability.before} />
          <ReliabilityPlot title={words.after} bins={now.fit.reliability.after} />
        </div>
      )}
    </section>
  );
};

const PrecisionSection = ({ precision }: { readonly precision: readonly Precision[] }): JSX.Element => {
  const words = figuresWords();
  const shown = precision.filter(({ groups }) => groups.length > 0);
  return (
    <section>
      <h2>{words.precision}</h2>
      {shown.length === 0 && <p class="muted">{words.noPrecision}</p>}
      <div class="review-tables">
        {shown.map(({ dimension, groups }) => (
          <table key={dimension}>
            <caption>{words.dimension[dimension]}</caption>
            <thead>
              <tr>
                <th scope="col">{words.group}</th>
                <th scope="col">{words.right}</th>
                <th scope="col">{words.interval}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ value, edges, right, least, most }) => (
                <tr key={value}>
                  <th scope="row">
                    <NameText text={nameOf(value)} />
                  </th>
                  <td class="tabular">
                    {formatCount(right)} / {formatCount(edges)}
                  </td>
                  <td class="tabular">
                    {least.toFixed(2)}–{most.toFixed(2)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
};

/** The lists' words in plain ones; what is no word of a list stands as it is. */
const nameOf = (value: string): string => {
  const { statusName, document, tracer, resolution, flag, relationName } = vocabularyWords();
  const words: Readonly<Record<string, string>> = {
    ...flag,
    ...relationName,
    ...resolution,
    ...tracer,
    ...document,
    ...statusName,
  };
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
};
