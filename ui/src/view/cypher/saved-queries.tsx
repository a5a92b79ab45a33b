import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { SavedQuery } from "../../../../schema/cypher.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { LoadableView } from "../loadable-view.tsx";
import { savedWords } from "../../words/saved-words.ts";
import { useCypher } from "./cypher-context.ts";

/** The questions that come with the service, by plain names; a press fills text and parameters, and runs nothing. */
export const SavedQueries = (): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  const wanted = useSignal("");
  const isOpen = useSignal(!isNarrow());
  return (
    <details
      class="cypher-list"
      open={isOpen.value}
      onToggle={(event) => (isOpen.value = event.currentTarget.open)}
    >
      <summary>{words.saved}</summary>
      <input
        type="search"
        class="cypher-find"
        aria-label={words.findSaved}
        placeholder={words.findSaved}
        value={wanted.value}
        onInput={(event) => (wanted.value = event.currentTarget.value)}
      />
      <LoadableView resource={store.saved} what={words.whatSaved} lines={8}>
        {(queries) => (
          <Found
            queries={queries}
            wanted={wanted.value}
            onChoose={(query) => {
              store.choose(query);
              // On a narrow page the list lies over what was chosen.
              if (isNarrow()) isOpen.value = false;
            }}
          />
        )}
      </LoadableView>
    </details>
  );
};

/** As the style sheet has it, where the lists come above the editor. */
const isNarrow = (): boolean => matchMedia("(max-width: 960px)").matches;

interface FoundProps {
  readonly queries: readonly SavedQuery[];
  readonly wanted: string;
  readonly onChoose: (query: SavedQuery) => void;
}

const Found = ({ queries, wanted, onChoose }: FoundProps): JSX.Element => {
  const store = useCypher();
  const found = queries.filter((query) => speaksOf(query, wanted));
  if (found.length === 0) return <p class="muted">{cypherWords().noSaved(wanted)}</p>;
  return (
    <ul>
      {found.map((query) => (
        <li key={query.name}>
          <button
            type="button"
            class="cypher-entry"
            data-saved={query.name}
            aria-pressed={store.chosen.value?.name === query.name}
            onClick={() => onChoose(query)}
          >
            <span class="cypher-entry-title">{savedWords(query).title}</span>
            <span class="muted cypher-entry-note">{savedWords(query).description}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};

const speaksOf = (query: SavedQuery, wanted: string): boolean => {
  const { title, description } = savedWords(query);
  const text = `${query.name} ${query.title} ${title} ${description}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
};
