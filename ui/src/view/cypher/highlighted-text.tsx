import type { JSX, RefObject } from "preact";
import { matchBracket, type Token } from "../../state/cypher/tokenize-cypher.ts";

export interface HighlightedTextProps {
  readonly tokens: readonly Token[];
  readonly caret: number;
  /** Offset of what the service complained of. */
  readonly faultAt: number | undefined;
  /** Where a list of completions hangs. */
  readonly anchorAt: number;
  readonly anchor: RefObject<HTMLSpanElement | null>;
}

/** The same text as the field above it, in colour. Decoration: the field itself is what is read and edited. */
export const HighlightedText = (props: HighlightedTextProps): JSX.Element => {
  const { tokens, caret, faultAt, anchorAt, anchor } = props;
  const matched = matchBracket(tokens, caret);
  const hangsFrom = tokens.find((token) => token.start >= anchorAt);
  const fault = faultAt === undefined ? undefined : faultyToken(tokens, faultAt);
  return (
    <pre class="cypher-colours" aria-hidden="true">
      {tokens.map((token) => (
        <>
          {token === hangsFrom && <span ref={anchor} />}
          <span
            class={classOf(token, { isMatched: matched.includes(token.start), isFaulty: token === fault })}
          >
            {token.text}
          </span>
        </>
      ))}
      {hangsFrom === undefined && <span ref={anchor} />}
      {/* A last empty line has no height of its own. */}
      {"\n"}
    </pre>
  );
};

/** The token at the place; at the end of the text, or in a space, the last one before it. */
const faultyToken = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens.find(
    (token) => token.kind !== "space" && token.start <= at && at < token.start + token.text.length,
  ) ?? tokens.findLast((token) => token.kind !== "space" && token.start <= at);

interface Marks {
  readonly isMatched: boolean;
  readonly isFaulty: boolean;
}

const classOf = ({ kind }: Token, { isMatched, isFaulty }: Marks): string =>
  [`token-${kind}`, isMatched && "is-matched", isFaulty && "is-faulty"].filter(Boolean).join(" ");
