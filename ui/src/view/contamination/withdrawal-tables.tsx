import type { JSX } from "preact";
import type { WithdrawnDescendant, WithdrawnFlag } from "../../../../schema/withdrawal.ts";
import { formatCount } from "../../state/format.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { ViewLink } from "../view-link.tsx";
import { LevelMark } from "./level-mark.tsx";
import { Gap } from "./ranking-list.tsx";
import { useRowWindow } from "./use-row-window.ts";

/** As styles/contamination-ranking.css has it. */
const ROW_PX = 36;

export const DescendantTable = ({
  descendants,
}: {
  readonly descendants: readonly WithdrawnDescendant[];
}): JSX.Element => {
  const words = contaminationPageWords();
  const { box, first, end, above, below } = useRowWindow(descendants.length, ROW_PX);
  return (
    <div
      class="withdrawal-box"
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={words.withdrawal.descendants}
    >
      <table class="ranking" aria-rowcount={descendants.length + 1}>
        <thead>
          <tr>
            <th scope="col">{words.withdrawal.from}</th>
            <th scope="col" class="column-narrow">
              {words.column.distance}
            </th>
            <th scope="col" class="column-half">
              {words.withdrawal.how}
            </th>
            <th scope="col" class="wide-only">
              {words.column.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap px={above} />}
          {descendants.slice(first, end).map((one, at) => (
            <DescendantRow key={one.id} descendant={one} index={first + at} />
          ))}
          {below > 0 && <Gap px={below} />}
        </tbody>
      </table>
    </div>
  );
};

const DescendantRow = ({
  descendant,
  index,
}: {
  readonly descendant: WithdrawnDescendant;
  readonly index: number;
}): JSX.Element => {
  const words = contaminationPageWords().withdrawal;
  const { id, distance, reach, isWaiting, state } = descendant;
  const how = contaminationPageWords().facts([
    ...(distance === 1 ? [words.directWord] : []),
    words.reachShort[reach],
    ...(isWaiting ? [words.waiting] : []),
  ]);
  return (
    <tr aria-rowindex={index + 2} data-dataset={id}>
      <th scope="row">
        <DatasetLink id={id} />
      </th>
      <td class="tabular">{formatCount(distance)}</td>
      <td title={words.reach[reach]}>{how}</td>
      <td class="muted wide-only">{vocabularyWords().state[state]}</td>
    </tr>
  );
};

export const FateTable = ({ flags }: { readonly flags: readonly WithdrawnFlag[] }): JSX.Element => {
  const words = contaminationPageWords();
  const { box, first, end, above, below } = useRowWindow(flags.length, ROW_PX);
  return (
    <div class="withdrawal-box" ref={box} tabIndex={0} role="region" aria-label={words.withdrawal.flags}>
      <table class="ranking" aria-rowcount={flags.length + 1}>
        <thead>
          <tr>
            <th scope="col">{words.withdrawal.from}</th>
            <th scope="col">{words.withdrawal.to}</th>
            <th scope="col" class="column-half">
              {words.column.level}
            </th>
            <th scope="col" class="column-half">
              {words.withdrawal.fate}
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap px={above} />}
          {flags.slice(first, end).map((flag, at) => (
            <FateRow key={`${flag.dataset} ${flag.benchmark}`} flag={flag} index={first + at} />
          ))}
          {below > 0 && <Gap px={below} />}
        </tbody>
      </table>
    </div>
  );
};

const FateRow = ({ flag, index }: { readonly flag: WithdrawnFlag; readonly index: number }): JSX.Element => {
  const words = contaminationPageWords();
  const level = vocabularyWords().levelName;
  const { outcome, after } = flag;
  return (
    <tr aria-rowindex={index + 2} data-outcome={outcome}>
      <th scope="row">
        <DatasetLink id={flag.dataset} />
      </th>
      <td class="mono" title={flag.benchmark}>
        {flag.benchmark}
      </td>
      <td>
        <LevelMark level={flag.before} /> {level[flag.before]}
      </td>
      <td>
        {words.withdrawal.outcomeTitle[outcome]}
        {outcome === "changes" && after !== undefined && `: ${level[after]}`}
        {flag.distance !== undefined && <span class="muted tabular">, {words.steps(flag.distance)}</span>}
      </td>
    </tr>
  );
};

const DatasetLink = ({ id }: Pick<WithdrawnDescendant, "id">): JSX.Element => (
  <ViewLink
    class="mono"
    title={id}
    to={{ withdrawn: undefined, selection: { kind: "dataset", id }, pathTo: undefined }}
  >
    {id}
  </ViewLink>
);
