import type { JSX } from "preact";
import type { Edge } from "../../../schema/edge.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { Unknown } from "./unknown.tsx";

export interface EdgeFactsProps {
  readonly edge: Edge;
}

export const EdgeFacts = ({ edge }: EdgeFactsProps): JSX.Element => (
  <dl class="facts">
    {edge.kind === "derivation" && (
      <div>
        <dt>Relation</dt>
        <dd>
          {edge.relation} <span class="muted">({vocabularyWords().relation[edge.relation]})</span>
        </dd>
      </div>
    )}
    {edge.kind === "model-use" && (
      <div>
        <dt>Role</dt>
        <dd>
          {edge.role} <span class="muted">({vocabularyWords().role[edge.role]})</span>
        </dd>
      </div>
    )}
    {edge.kind !== "model-use" && (
      <div>
        <dt>Split</dt>
        <dd>{edge.split ?? <Unknown />}</dd>
      </div>
    )}
    {edge.kind === "derivation" && edge.subset !== undefined && (
      <div>
        <dt>Part</dt>
        <dd>{edge.subset}</dd>
      </div>
    )}
    {edge.kind === "derivation" && edge.flags.length > 0 && (
      <div>
        <dt>Flagged because</dt>
        <dd>{edge.flags.map((flag) => vocabularyWords().flag[flag]).join("; ")}</dd>
      </div>
    )}
    {edge.kind === "derivation" && edge.rejection !== undefined && (
      <div>
        <dt>Rejected because</dt>
        <dd>{vocabularyWords().rejection[edge.rejection]}</dd>
      </div>
    )}
  </dl>
);
