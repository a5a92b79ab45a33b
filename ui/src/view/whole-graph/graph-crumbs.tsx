import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type GraphPlace, WHOLE_GRAPH } from "../../state/whole-graph/graph-place.ts";
import { graphWords } from "../../words/graph-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { NameText } from "../name-text.tsx";
import { ViewLink } from "../view-link.tsx";
import { nameOfOwner } from "./group-name.ts";
import type { GraphPart } from "./graph-part.ts";

/** The way from all datasets down to what is shown; each step leads back. */
export const GraphCrumbs = ({ store }: GraphPart): JSX.Element => {
  const here = useRef<HTMLLIElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // What was clicked may be gone with the place that it led away from.
    if (!isFirst.current && document.activeElement === document.body) here.current?.focus();
    isFirst.current = false;
  }, [store.placeKey.value]);
  const steps = stepsTo(store.place.value);
  return (
    <nav class="graph-crumbs" aria-label={graphWords().crumbs}>
      <ol>
        {steps.slice(0, -1).map(({ name, place }) => (
          <li key={name}>
            <ViewLink to={{ place, selection: undefined, camera: undefined }}>
              <NameText text={name} />
            </ViewLink>
          </li>
        ))}
        <li ref={here} tabIndex={-1} aria-current="location">
          <NameText text={steps.at(-1)?.name ?? ""} />
        </li>
      </ol>
    </nav>
  );
};

interface Step {
  readonly name: string;
  readonly place: GraphPlace;
}

const stepsTo = ({ within, owner, skip, drawnAs }: GraphPlace): readonly Step[] => {
  const words = graphWords();
  const kept = { ...WHOLE_GRAPH, ...(drawnAs !== undefined && { drawnAs }) };
  const domain = { ...kept, ...(within !== undefined && { within }) };
  return [
    { name: words.all, place: kept },
    ...(within === undefined ? [] : [{ name: vocabularyWords().domain[within], place: domain }]),
    ...(skip === 0 ? [] : [{ name: words.ownersAfter(skip), place: { ...domain, skip } }]),
    ...(owner === undefined ? [] : [{ name: nameOfOwner(owner), place: { ...domain, owner, skip } }]),
  ];
};
