import { useSignal } from "@preact/signals";
import { readableId } from "../../state/name-of-id.ts";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { AppError } from "../../../../schema/errors.ts";
import { toAppError } from "../../state/resource.ts";
import { REASON_ACTIONS } from "../../state/review/review-actions.ts";
import type { BulkPreview } from "../../state/review/review-store.ts";
import type { EdgeChange } from "../../../../schema/decision.ts";
import { toClaimText } from "../../words/claim-text.ts";
import { reviewFormWords } from "../../words/review-form-words.ts";
import { reviewWords } from "../../words/review-words.ts";
import { NameText } from "../name-text.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { useReview } from "./review-context.ts";
import { ReviewForm } from "./review-form.tsx";

type BulkVerdict = "accepted" | (typeof REASON_ACTIONS)[number];

type Preview =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly preview: BulkPreview }
  | { readonly state: "failed"; readonly error: AppError };

/** All that the filters show, decided alike: what that does is shown first, and one undo takes it back. */
export const BulkForm = (): JSX.Element => {
  const store = useReview();
  const verdict = useSignal<BulkVerdict>("accepted");
  const shown = useSignal<Preview>({ state: "loading" });
  const words = reviewFormWords().form;
  useEffect(() => {
    let isWanted = true;
    shown.value = { state: "loading" };
    store.previewBulk(toChange(verdict.value)).then(
      (preview) => isWanted && (shown.value = { state: "ready", preview }),
      (error: unknown) => isWanted && (shown.value = { state: "failed", error: toAppError(error) }),
    );
    return () => void (isWanted = false);
  }, [verdict.value, store.filter.value]);
  const preview = shown.value.state === "ready" ? shown.value.preview : undefined;
  return (
    <ReviewForm
      title={reviewWords().action.bulk}
      send={words.bulkDo(preview?.report.count ?? 0)}
      obstacle={obstacleOf(shown.value)}
      onSend={() => {
        if (preview === undefined) return;
        store.mode.value = "plain";
        store.decideMany({ change: toChange(verdict.value), items: preview.items });
      }}
    >
      <ChoiceField
        label={words.verdict}
        value={verdict}
        options={["accepted", ...REASON_ACTIONS]}
        nameOf={(one) =>
          one === "accepted"
            ? reviewWords().action.accept
            : `${reviewWords().action.reject}: ${reviewWords().action[one]}`
        }
      />
      {preview !== undefined && <PreviewList preview={preview} />}
    </ReviewForm>
  );
};

const toChange = (verdict: BulkVerdict): EdgeChange =>
  verdict === "accepted" ? { verdict } : { verdict: "rejected", reason: verdict };

const obstacleOf = (shown: Preview): string | undefined => {
  const words = reviewFormWords().form;
  if (shown.state === "loading") return words.previewing;
  if (shown.state === "failed") return shown.error.message;
  const { refused, count } = shown.preview.report;
  if (refused.length > 0) return `${words.bulkRefused(refused.length)} ${refused[0]?.reason ?? ""}`;
  return count === 0 ? words.bulkNone : undefined;
};

const PreviewList = ({ preview }: { readonly preview: BulkPreview }): JSX.Element => {
  const { report, leftOut, isCut } = preview;
  const words = reviewFormWords().form;
  return (
    <div class="review-preview" data-count={report.count}>
      <p>
        <strong>{words.bulkCount(report.count)}</strong> {words.bulkUndo}
      </p>
      {leftOut > 0 && <p class="muted">{words.bulkLeftOut(leftOut)}</p>}
      {isCut && <p class="muted">{words.bulkCut}</p>}
      {report.edges.length > 0 && (
        <>
          <p class="muted">{words.bulkFirst(report.edges.length)}</p>
          <ol>
            {report.edges.map((edge) => (
              <li key={edge.id}>
                <NameText text={readableId(edge.from)} most={90} />{" "}
                <span class="muted">{toClaimText(edge).between}</span>{" "}
                <NameText text={readableId(edge.to)} most={90} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
};
