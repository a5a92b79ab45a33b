import type { EdgeDetail } from "../../schema/api.ts";
import type { PathView } from "../../schema/paths.ts";
import { edgeLabel, evidenceLines } from "./output/edge-lines.ts";
import type { Terminal } from "./output/terminal.ts";
import { toCounted } from "./output/text.ts";

interface Printing {
  readonly details: readonly EdgeDetail[];
  readonly terminal: Terminal;
  readonly json: boolean;
}

/** Prints which of two datasets was built from the other, and every way from it up to its source, each step with its quotes. */
export const printPaths = (view: PathView, { details, terminal, json }: Printing): void => {
  const { from, to, isReversed } = view;
  if (json) {
    for (const path of view.paths) terminal.printJson({ kind: "path", from, to, isReversed, ...path });
    for (const detail of details) terminal.printJson({ kind: "edge", ...detail });
    return;
  }
  if (view.paths.length === 0) {
    terminal.note(`stemma: no documented way leads from ${from} up to ${to}, nor the other way round`);
    return;
  }
  terminal.print(`${from} was built from ${to}${isReversed ? ", the other way round than asked" : ""}`);
  const byId = new Map(details.map((detail) => [detail.edge.id, detail]));
  for (const [index, path] of view.paths.entries()) {
    terminal.print("");
    terminal.print(`Path ${index + 1}, ${toCounted(path.edges.length, "step")}`);
    for (const id of path.edges) {
      const detail = byId.get(id);
      if (detail === undefined) continue;
      terminal.print(`  ${detail.edge.from} <- ${detail.edge.to}  ${edgeLabel(detail.edge)}`);
      for (const line of evidenceLines(detail)) terminal.print(`  ${line}`);
    }
  }
};
