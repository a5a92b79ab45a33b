import type { JSX } from "preact";
import type { Edge } from "../../../../schema/edge.ts";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { LineagePath } from "../../../../schema/paths.ts";
import { formatConfidence } from "../../state/format.ts";
import { pathsWords } from "../../words/paths-words.ts";
import { useApp } from "../app-context.ts";
import { WaySteps } from "./way-steps.tsx";

export interface WayItemProps {
  readonly path: LineagePath;
  readonly place: number;
  readonly edges: ReadonlyMap<EdgeId, Edge>;
}

/** One way; under the pointer or with the focus in it, the canvas lights it alone. */
export const WayItem = ({ path, place, edges }: WayItemProps): JSX.Element => {
  const { reading } = useApp().store;
  const hold = (): void => void (reading.heldWay.value = place);
  const release = (): void => void (reading.heldWay.value = undefined);
  return (
    <li
      class="way"
      data-way={place}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocusIn={hold}
      onFocusOut={release}
    >
      <details open={place === 0}>
        <summary>{pathsWords().way(place + 1, path.edges.length, formatConfidence(path.confidence))}</summary>
        <WaySteps path={path} edges={edges} />
      </details>
    </li>
  );
};
