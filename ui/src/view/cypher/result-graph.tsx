import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { formatCount } from "../../state/format.ts";
import type { ResultGraph as Graph } from "../../state/cypher/result-graph.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { savedWords } from "../../words/saved-words.ts";
import { useCypher } from "./cypher-context.ts";
import { ResultCanvas } from "./result-canvas.tsx";
import { ResultNodes } from "./result-nodes.tsx";

/** Above this the layered layout takes seconds and the drawing is a carpet. */
const DRAWN_NODES = 1_500;
/** The saved query whose rows are made to be drawn. */
const DRAWABLE = "ancestor-graph";

/** Nodes, relationships and paths of the result, drawn like any lineage. */
export const ResultGraph = (): JSX.Element => {
  const store = useCypher();
  const isForced = useSignal(false);
  const graph = store.graph.value;
  const words = cypherWords();
  if (graph === undefined) return <NoGraph />;
  const { nodes } = graph.shape;
  if (nodes.length > DRAWN_NODES && !isForced.value) {
    return (
      <div class="cypher-state">
        <p>{words.tooMany(formatCount(nodes.length), formatCount(DRAWN_NODES))}</p>
        <button type="button" class="button" onClick={() => (isForced.value = true)}>
          {words.drawAnyway}
        </button>
      </div>
    );
  }
  return <DrawnGraph graph={graph} />;
};

const DrawnGraph = ({ graph }: { readonly graph: Graph }): JSX.Element => {
  const words = cypherWords();
  const { nodes, edges } = graph.shape;
  return (
    <>
      <p class="muted">
        {words.graphOf(formatCount(nodes.length), formatCount(edges.length))}
        {graph.loose > 0 && ` ${words.loose(graph.loose)}`}
      </p>
      <ResultCanvas shape={graph.shape} />
      <ResultNodes nodes={nodes} />
    </>
  );
};

const NoGraph = (): JSX.Element => {
  const store = useCypher();
  const query = store.saved.value.value?.find(({ name }) => name === DRAWABLE);
  return (
    <div class="cypher-state">
      <p>{cypherWords().noGraph}</p>
      {query !== undefined && (
        <button type="button" class="button" onClick={() => store.choose(query)}>
          {savedWords(query).title}
        </button>
      )}
    </div>
  );
};
