import type { JSX } from "preact";
import type { QueueValue } from "../../../../schema/review-queue.ts";
import type { OpenItem } from "../../state/review/open-item.ts";
import { reviewWords } from "../../words/review-words.ts";
import { Confidence } from "../confidence.tsx";
import { EdgeFacts } from "../edge-facts.tsx";
import { NameText } from "../name-text.tsx";
import { Section } from "../section.tsx";
import { TimeText } from "../time-text.tsx";
import { ViewLink } from "../view-link.tsx";
import { ItemHistory } from "./item-history.tsx";

export interface ItemFactsProps {
  readonly item: OpenItem;
}

/** What speaks for the edge and against it, what hangs on it, and what others said. */
export const ItemFacts = ({ item }: ItemFactsProps): JSX.Element => {
  const { edge, value, blind, proposals } = item.detail.item;
  const words = reviewWords();
  return (
    <>
      <Confidence edge={edge} />
      <Disagreement value={value} />
      <Section title={words.below}>
        <p>{words.belowText(value.datasets, value.flags)}</p>
        {value.benchmarks.length > 0 && (
          <ul class="review-benchmarks">
            {value.benchmarks.slice(0, SHOWN).map((id) => (
              <li key={id}>
                <ViewLink to={{ page: "contamination", benchmarks: [id], selection: undefined }}>
                  <NameText text={id} />
                </ViewLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {proposals.length > 0 && (
        <Section title={words.proposals} count={proposals.length}>
          <ul class="history">
            {proposals.map((proposal, place) => (
              <li key={place}>
                <TimeText iso={proposal.at} /> <NameText text={proposal.by ?? ""} />{" "}
                {proposal.change?.verdict}
                {proposal.note !== undefined && (
                  <q class="note" dir="auto">
                    <NameText text={proposal.note} most={2000} />
                  </q>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <EdgeFacts edge={edge} />
      {!blind && <ItemHistory edge={edge.id} />}
    </>
  );
};

const SHOWN = 6;

const Disagreement = ({ value }: { readonly value: QueueValue }): JSX.Element => {
  const words = reviewWords();
  const parts = (Object.keys(words.part) as (keyof QueueValue["parts"])[]).filter(
    (part) => value.parts[part] > 0,
  );
  return (
    <Section title={words.disagreement}>
      <p class="muted tabular">{words.value(value.total.toFixed(1), value.disagreement.toFixed(2))}</p>
      <ul class="review-parts">
        {parts.map((part) => (
          <li key={part}>
            <span>{words.part[part]}</span>
            <span class="tabular">{value.parts[part].toFixed(2)}</span>
            <meter min={0} max={1} value={value.parts[part]} aria-label={words.part[part]} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
