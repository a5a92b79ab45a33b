import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { CypherAnswer } from "../../../../schema/cypher.ts";
import { toResultJson } from "../../state/cypher/result-files.ts";
import { cypherWords } from "../../words/cypher-words.ts";

/** What a page can hold as one text without becoming slow. */
const SHOWN_CHARACTERS = 200_000;

export const ResultJson = ({ answer }: { readonly answer: CypherAnswer }): JSX.Element => {
  const text = useMemo(() => toResultJson(answer), [answer]);
  return (
    <>
      {text.length > SHOWN_CHARACTERS && <p class="muted">{cypherWords().jsonCut}</p>}
      <pre class="cypher-json mono" tabIndex={0} aria-label="JSON">
        {text.slice(0, SHOWN_CHARACTERS)}
      </pre>
    </>
  );
};
