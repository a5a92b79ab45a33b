import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { DocumentDetail } from "../../../../schema/api.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { RELATIONS, SPLITS, type Relation, type Split } from "../../../../schema/vocabulary.ts";
import { findInText } from "../../state/reading/find-in-text.ts";
import type { OpenItem } from "../../state/review/open-item.ts";
import { movePassage, type PassageMove } from "../../state/review/passage.ts";
import { reviewFormWords } from "../../words/review-form-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { DocumentFind } from "../document-find.tsx";
import { MarkedText } from "../marked-text.tsx";
import { NameText } from "../name-text.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { useReview } from "./review-context.ts";
import { ReviewForm } from "./review-form.tsx";
import { TargetChooser } from "./target-chooser.tsx";

export interface AddFormProps {
  readonly item: OpenItem;
  readonly document: DocumentDetail;
}

/** Characters that the service takes for a quote. */
const LONGEST = 12_000;

/** An edge that nobody found, on a passage of the shown document. */
export const AddForm = ({ item, document }: AddFormProps): JSX.Element => {
  const store = useReview();
  const { from } = item.detail.item.edge;
  const relation = useSignal<Relation>("inclusion");
  const split = useSignal<Split | "">("");
  const target = useSignal<DatasetId | undefined>(undefined);
  const words = reviewFormWords().form;
  const span = store.passage.value;
  const quote = span === undefined ? "" : document.text.slice(span.start, span.end);
  const isQuote = quote.trim() !== "" && quote.length <= LONGEST;
  return (
    <ReviewForm
      title={reviewWords().action.add}
      send={words.save}
      obstacle={isQuote ? (target.value === undefined ? words.noTarget : undefined) : words.noPassage}
      onSend={() => {
        if (target.value === undefined || !isQuote) return;
        store.mode.value = "plain";
        store.add({
          from,
          to: target.value,
          relation: relation.value,
          ...(split.value !== "" && { split: split.value }),
          quote: { document: document.document.sha256, text: quote },
        });
      }}
    >
      <p>
        <span class="muted">{words.from}</span> <NameText text={from} />
      </p>
      <PassageField document={document} quote={quote} />
      <TargetChooser label={words.target} chosen={target} candidates={[]} />
      <ChoiceField
        label={words.relation}
        value={relation}
        options={RELATIONS}
        nameOf={(one) => vocabularyWords().relationName[one]}
      />
      <ChoiceField
        label={words.split}
        value={split}
        options={["", ...SPLITS]}
        nameOf={(one) => (one === "" ? words.noSplit : vocabularyWords().splitName[one])}
      />
    </ReviewForm>
  );
};

const MOVES: readonly PassageMove[] = ["start-earlier", "start-later", "end-earlier", "end-later"];
const SIGNS: Readonly<Record<PassageMove, string>> = {
  "start-earlier": "⟵|",
  "start-later": "|⟶",
  "end-earlier": "⟵|",
  "end-later": "|⟶",
};

interface PassageFieldProps {
  readonly document: DocumentDetail;
  readonly quote: string;
}

/** Finds a passage and moves its borders by words, all by keyboard; what is selected in the document counts as well. */
const PassageField = ({ document, quote }: PassageFieldProps): JSX.Element => {
  const { passage } = useReview();
  const sought = useSignal("");
  const hit = useSignal(0);
  const hits = useComputed(() => findInText(document.text, sought.value));
  const words = reviewFormWords().form;
  const found = hits.value.spans[hit.value];
  useEffect(() => {
    if (found !== undefined) passage.value = found;
  }, [found?.start, found?.end]);
  return (
    <div class="review-passage">
      <p class="muted">{words.passageHint}</p>
      <DocumentFind sought={sought} hit={hit} hits={hits.value} />
      <blockquote class="review-quote" data-passage dir="auto">
        {quote === "" ? <span class="muted">{words.noPassage}</span> : <MarkedText text={quote} />}
      </blockquote>
      <div class="review-others" role="group" aria-label={words.passage}>
        {MOVES.map((move) => (
          <button
            key={move}
            type="button"
            class="button"
            data-move={move}
            title={words.move[move]}
            aria-label={words.move[move]}
            disabled={passage.value === undefined}
            onClick={() => {
              const span = passage.peek();
              if (span !== undefined) passage.value = movePassage(document.text, span, move);
            }}
          >
            {move.startsWith("start") ? `[ ${SIGNS[move]}` : `${SIGNS[move]} ]`}
          </button>
        ))}
      </div>
    </div>
  );
};
