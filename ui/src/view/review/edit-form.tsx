import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Derivation } from "../../../../schema/edge.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { RELATIONS, SPLITS, type Relation, type Split } from "../../../../schema/vocabulary.ts";
import type { OpenItem } from "../../state/review/open-item.ts";
import { toEdgeEdit } from "../../state/review/to-edge-edit.ts";
import { reviewFormWords } from "../../words/review-form-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useReview } from "./review-context.ts";
import { ReviewForm } from "./review-form.tsx";
import { TargetChooser } from "./target-chooser.tsx";
import { ChoiceField } from "./choice-field.tsx";

export interface EditFormProps {
  readonly item: OpenItem;
  readonly edge: Derivation;
}

/** What the edge shall say instead: relation, split, part, or the dataset that it is built from. */
export const EditForm = ({ item, edge }: EditFormProps): JSX.Element => {
  const { decide, isViewer, mode } = useReview();
  const relation = useSignal<Relation>(edge.relation);
  const split = useSignal<Split | "">(edge.split ?? "");
  const subset = useSignal(edge.subset ?? "");
  const target = useSignal<DatasetId | undefined>(edge.to);
  const note = useSignal("");
  const words = reviewFormWords().form;
  const change = toEdgeEdit(edge, {
    relation: relation.value,
    split: split.value,
    subset: subset.value,
    to: target.value,
    note: note.value,
  });
  return (
    <ReviewForm
      title={reviewWords().action.edit}
      send={isViewer.value ? words.propose : words.save}
      obstacle={change === undefined ? words.unchanged : undefined}
      onSend={() => {
        if (change === undefined) return;
        mode.value = "plain";
        decide(change);
      }}
    >
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
      <label>
        {words.subset}
        <input
          class="field"
          maxLength={200}
          value={subset.value}
          onInput={(event) => (subset.value = event.currentTarget.value)}
        />
      </label>
      <TargetChooser label={words.target} chosen={target} candidates={item.detail.candidates} />
      <label>
        {words.note}
        <input
          class="field"
          maxLength={2000}
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
      </label>
    </ReviewForm>
  );
};
