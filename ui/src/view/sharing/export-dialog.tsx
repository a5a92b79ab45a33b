import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { GraphShape } from "../../explorer/graph-shape.ts";
import { DATA_FORMATS, type DataFormat, toExportFile } from "../../state/export/export-files.ts";
import { toShownGraph } from "../../state/export/shown-graph.ts";
import { exportWords } from "../../words/export-words.ts";
import { useApp } from "../app-context.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import { PictureExport } from "./picture-export.tsx";
import { saveFile } from "./save-file.ts";
import { ServiceExports } from "./service-exports.tsx";
import { useShownParts } from "./use-shown-parts.ts";

/** Files of exactly what is shown, and of what the service knows beyond it. */
export const ExportDialog = (): JSX.Element => {
  const words = exportWords().export;
  const { root } = useApp().store.view.value;
  const { scope, laidOut, chosen } = useShownParts();
  const current = laidOut.value;
  if (current === undefined || root === undefined) {
    return (
      <DialogFrame title={words.title}>
        <p>{words.nothing}</p>
      </DialogFrame>
    );
  }
  return (
    <DialogFrame title={words.title}>
      {chosen > 0 && (
        <fieldset class="choices">
          <legend>{words.which}</legend>
          {(["all", "chosen"] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="export-scope"
                checked={scope.value === one}
                onChange={() => (scope.value = one)}
              />
              {one === "all" ? words.all : words.chosen(chosen)}
            </label>
          ))}
        </fieldset>
      )}
      <p class="muted tabular" data-export-counts>
        {words.counts(current.shape.nodes.length, current.shape.edges.length)}
      </p>
      <PictureExport laidOut={current} root={root} />
      <DataExport shape={current.shape} root={root} />
      <ServiceExports root={root} />
    </DialogFrame>
  );
};

const TITLES: Readonly<Record<DataFormat, () => string>> = {
  gexf: () => "GEXF",
  graphml: () => "GraphML",
  "nodes-csv": () => exportWords().export.nodesCsv,
  "edges-csv": () => exportWords().export.edgesCsv,
  json: () => "JSON",
};

interface DataExportProps {
  readonly shape: GraphShape;
  readonly root: string;
}

const DataExport = ({ shape, root }: DataExportProps): JSX.Element => {
  const { store } = useApp();
  const words = exportWords().export;
  const saved = useSignal("");
  const save = (format: DataFormat): void => {
    const facts = {
      nodes: store.shown.peek()?.nodes ?? [],
      edges: [...(store.shown.peek()?.edges ?? []), ...store.models.edges.peek()],
    };
    const file = toExportFile(format, toShownGraph(shape, facts), {
      root,
      description: exportWords().embed.frameTitle(root),
      address: location.href,
      now: store.now(),
    });
    saveFile(new Blob([file.text], { type: file.mediaType }), file.name);
    saved.value = words.saved(file.name);
  };
  return (
    <section aria-labelledby="export-data">
      <h3 id="export-data">{words.data}</h3>
      <p class="muted">{words.dataHint}</p>
      <div class="sharing-buttons">
        {DATA_FORMATS.map((format) => (
          <button key={format} type="button" class="button" onClick={() => save(format)}>
            {TITLES[format]()}
          </button>
        ))}
      </div>
      <p class="muted" role="status">
        {saved.value}
      </p>
    </section>
  );
};
