import type { JSX } from "preact";
import type { Problem } from "../../../../schema/api.ts";
import { offsetOf } from "../../state/cypher/text-position.ts";
import type { Run } from "../../state/cypher/cypher-run.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { frameWords } from "../../words/frame-words.ts";
import { Icon } from "../icons.tsx";
import { useCypher } from "./cypher-context.ts";

export interface QueryFailureProps {
  readonly run: Extract<Run, { state: "refused" | "failed" }>;
}

/** Why there are no rows: what is wrong with the text and where, or that nobody answers. */
export const QueryFailure = ({ run }: QueryFailureProps): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  return (
    <div class="cypher-failure failure" role="alert">
      <p class="failure-title">
        <Icon name="warning" /> {run.state === "refused" ? words.refusedTitle : words.failedTitle}
      </p>
      {run.state === "refused" ? (
        <Refusal problem={run.problem} text={run.text} />
      ) : (
        <p>
          {run.error.message}. {frameWords().nothingLost}
        </p>
      )}
      <button type="button" class="button" onClick={() => void store.start()}>
        {frameWords().tryAgain}
      </button>
    </div>
  );
};

const Refusal = ({ problem, text }: { readonly problem: Problem; readonly text: string }): JSX.Element => {
  const words = cypherWords();
  const { detail, position, hint, code } = problem;
  const goThere = (): void => {
    const field = document.querySelector<HTMLTextAreaElement>("#cypher-text");
    if (field === null || position === undefined) return;
    const at = offsetOf(text, position);
    field.focus();
    field.setSelectionRange(at, at);
  };
  return (
    <>
      <p class="cypher-detail">
        {detail} {code === "QUERY_NOT_READ_ONLY" && words.notReadOnly}
      </p>
      {position !== undefined && (
        <>
          <pre class="cypher-excerpt mono">{position.excerpt}</pre>
          <p>
            <span class="muted">{words.at(position.line, position.column)}</span>{" "}
            <button type="button" class="text-button" onClick={goThere}>
              {words.goThere}
            </button>
          </p>
        </>
      )}
      {hint !== undefined && (
        <p>
          <strong>{words.hint}</strong> {hint}
        </p>
      )}
    </>
  );
};
