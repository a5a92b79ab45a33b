import type { JSX } from "preact";
import { homeWords } from "../words/home-words.ts";
import { CopyButton } from "./copy-button.tsx";

const SEED = "stemma seed";
const EXAMPLE = "stemma serve --mirror examples/mirror";
/** A dataset of the example world with a lineage worth looking at. */
const EXAMPLE_DATASET = "brackwater-lab/tidewrack-sft-mix";

/** What can be done when there is nothing in the graph yet. */
export const EmptyGraph = (): JSX.Element => {
  const words = homeWords();
  return (
    <section class="empty-graph" aria-labelledby="empty-graph">
      <h2 id="empty-graph">{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
      <ul>
        <li>
          <Copied text={SEED} /> {words.emptySeed}
        </li>
        <li>
          <Copied text={EXAMPLE} /> {words.emptyExample} <Copied text={EXAMPLE_DATASET} />
        </li>
        <li>{words.emptyTrace}</li>
      </ul>
    </section>
  );
};

const Copied = ({ text }: { readonly text: string }): JSX.Element => (
  <span class="copied">
    <code class="mono">{text}</code>
    <CopyButton text={() => text} label={text} />
  </span>
);
