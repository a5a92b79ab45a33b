import { useSignal } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Completion } from "../../state/cypher/complete-cypher.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import type { OpenCompletions } from "./use-completions.ts";

export interface CompletionListProps {
  readonly open: OpenCompletions;
  readonly anchor: RefObject<HTMLSpanElement | null>;
  readonly onChoose: (option: Completion) => void;
}

const LINE_PX = 22;

/** Under the word that is completed. The focus stays in the editor. */
export const CompletionList = ({ open, anchor, onChoose }: CompletionListProps): JSX.Element => {
  const list = useRef<HTMLUListElement>(null);
  const place = useSignal({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const mark = anchor.current;
    const scroll = mark?.closest(".cypher-scroll");
    if (mark === null || scroll === null || scroll === undefined) return;
    const room = scroll.clientWidth - (list.current?.offsetWidth ?? 0);
    place.value = {
      left: Math.max(0, Math.min(mark.offsetLeft, room)),
      top: mark.offsetTop - scroll.scrollTop + LINE_PX,
    };
  }, [open.start, open.options]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [open.active]);
  const words = cypherWords();
  return (
    <ul
      ref={list}
      id="cypher-completions"
      class="cypher-completions"
      role="listbox"
      aria-label={words.completions}
      style={{ left: `${place.value.left}px`, top: `${place.value.top}px` }}
    >
      {open.options.map((option, index) => (
        <li
          key={`${option.kind} ${option.text}`}
          id={`cypher-completion-${index}`}
          role="option"
          aria-selected={index === open.active}
          // The field would lose the focus, and the list close, before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          <span class="mono">{option.text}</span>
          <span class="muted">{words.completionKind[option.kind]}</span>
        </li>
      ))}
    </ul>
  );
};
