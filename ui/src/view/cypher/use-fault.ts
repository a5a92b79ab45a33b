import { type ReadonlySignal, useComputed, useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { offsetOf } from "../../state/cypher/text-position.ts";
import { useCypher } from "./cypher-context.ts";

/** Where in the text the service saw a fault, as long as the text is the one that it saw; the caret of a used editor goes there. */
export const useFault = (
  field: RefObject<HTMLTextAreaElement | null>,
): ReadonlySignal<number | undefined> => {
  const store = useCypher();
  const fault = useComputed(() => {
    const run = store.run.value;
    if (run.state !== "refused" || run.problem.position === undefined) return undefined;
    const { text } = store.draft.value;
    return run.text === text ? offsetOf(text, run.problem.position) : undefined;
  });
  useSignalEffect(() => {
    const at = fault.value;
    if (at !== undefined && document.activeElement === field.current)
      field.current?.setSelectionRange(at, at);
  });
  return fault;
};
