import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { AliasScope } from "../../../../schema/review.ts";
import type { OpenItem } from "../../state/review/open-item.ts";
import { reviewFormWords } from "../../words/review-form-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { NameText } from "../name-text.tsx";
import { useReview } from "./review-context.ts";
import { ReviewForm } from "./review-form.tsx";
import { TargetChooser } from "./target-chooser.tsx";

export interface AliasFormProps {
  readonly item: OpenItem;
}

const BARE_NAME = "name:";

/** Which dataset a name means, decided once for every edge that waits for it. */
export const AliasForm = ({ item }: AliasFormProps): JSX.Element => {
  const store = useReview();
  const { edge } = item.detail.item;
  const isBare = edge.to.startsWith(BARE_NAME);
  const name = useSignal(item.proofs[store.quote.value]?.nameAsWritten ?? item.detail.item.to.name);
  const scope = useSignal<AliasScope>(isBare ? "unresolved" : "flagged");
  const target = useSignal<DatasetId | undefined>(undefined);
  const words = reviewFormWords().form;
  const mayMean = /[\p{L}\p{N}]/u.test(name.value);
  return (
    <ReviewForm
      title={reviewWords().action.alias}
      send={words.save}
      obstacle={target.value === undefined || !mayMean ? words.noTarget : undefined}
      onSend={() => {
        if (target.value === undefined) return;
        store.mode.value = "plain";
        store.alias(name.value.trim(), target.value, scope.value);
      }}
    >
      <label>
        {words.name}
        <input
          class="field"
          maxLength={300}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <TargetChooser
        label={words.target}
        chosen={target}
        candidates={item.detail.candidates.filter(({ id }) => !id.startsWith(BARE_NAME))}
      />
      <fieldset class="review-scope">
        <legend>{words.scope}</legend>
        {(["unresolved", "flagged"] as const).map((one) => (
          <label key={one} class="review-candidate">
            <input
              type="radio"
              name="review-scope"
              checked={scope.value === one}
              onChange={() => (scope.value = one)}
            />
            <NameText
              text={one === "flagged" ? words.flagged : words.unresolved(isBare ? edge.to : name.value)}
            />
          </label>
        ))}
      </fieldset>
      {isBare && <Touched id={edge.to} />}
      {scope.value === "flagged" && <p class="muted">{words.touchesFlagged}</p>}
    </ReviewForm>
  );
};

/** How many edges end at the bare name. */
const Touched = ({ id }: { readonly id: string }): JSX.Element => {
  const { countEndsAt } = useReview();
  const words = reviewFormWords().form;
  const count = useSignal<number | "counting" | "failed">("counting");
  useEffect(() => {
    countEndsAt(id).then(
      (found) => (count.value = found),
      () => (count.value = "failed"),
    );
  }, [id]);
  if (count.value === "counting") return <p class="muted">{words.counting}</p>;
  if (count.value === "failed") return <p class="muted">{words.countFailed}</p>;
  return <p data-touches={count.value}>{words.touches(count.value)}</p>;
};
