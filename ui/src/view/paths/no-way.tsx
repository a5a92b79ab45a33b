import type { JSX } from "preact";
import type { PathView } from "../../../../schema/paths.ts";
import { pathsWords } from "../../words/paths-words.ts";
import { NameText } from "../name-text.tsx";
import { WaySteps } from "./way-steps.tsx";

export interface NoWayProps {
  readonly view: PathView;
}

/** Says that no way joins two datasets, how sure that is, and what rejected edges would make of it. */
export const NoWay = ({ view }: NoWayProps): JSX.Element => {
  const words = pathsWords();
  const edges = new Map(view.edges.map((edge) => [edge.id, edge]));
  const { rejected } = view;
  const doubtful = rejected?.edges.filter((id) => edges.get(id)?.status === "rejected").length ?? 0;
  return (
    <div data-ways="none">
      <p role="status">
        <NameText text={words.none(view.from, view.to)} most={700} />
      </p>
      {view.isCut && <p class="muted">{words.noneCut}</p>}
      {rejected === undefined ? (
        <p class="muted">{words.noRejectedWay}</p>
      ) : (
        <>
          <p class="muted">{words.rejectedWay(doubtful)}</p>
          <WaySteps path={rejected} edges={edges} />
        </>
      )}
    </div>
  );
};
