import "../../styles/graph.css";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createGraphClient } from "../../state/whole-graph/graph-client.ts";
import { createGraphStore } from "../../state/whole-graph/create-graph-store.ts";
import { useApp } from "../app-context.ts";
import { GraphCanvas } from "./graph-canvas.tsx";
import { GraphHead } from "./graph-head.tsx";
import { GraphList } from "./graph-list.tsx";

/** All datasets at once: drawn one by one, or in groups that open. */
export const GraphPage = (): JSX.Element => {
  const { store: explorer, service } = useApp();
  const store = useMemo(
    () => createGraphStore({ client: createGraphClient(service.send), navigation: explorer.navigation }),
    [],
  );
  useEffect(() => store.close, [store]);
  return (
    <div class="graph-page">
      <GraphHead store={store} />
      <GraphCanvas store={store} />
      <GraphList store={store} />
    </div>
  );
};
