import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createResource } from "../../state/resource.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { useApp } from "../app-context.ts";
import { ViewLink } from "../view-link.tsx";

/** Says that there is nothing to ask about yet, and what to do first. */
export const EmptyNote = (): JSX.Element | null => {
  const { store } = useApp();
  const any = useMemo(
    () => createResource(signal("any"), async (_key, abort) => (await store.api.mostUsed(1, abort)).items),
    [store],
  );
  useEffect(() => any.close, [any]);
  const words = cypherWords();
  if (any.value.value?.length !== 0) return null;
  return (
    <div class="cypher-note" role="note">
      <p>
        {words.emptyGraph}{" "}
        <ViewLink to={{ page: "traces", trace: undefined }}>{words.emptyGraphAction}</ViewLink>
      </p>
    </div>
  );
};
