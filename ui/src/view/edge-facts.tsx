import type { ComponentChildren, JSX } from "preact";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import { formatConfidence } from "../state/format.ts";
import { edgePanelWords } from "../words/edge-panel-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { NameText } from "./name-text.tsx";
import { Unknown } from "./unknown.tsx";

export interface EdgeFactsProps {
  readonly edge: Edge;
}

export const EdgeFacts = ({ edge }: EdgeFactsProps): JSX.Element => {
  const words = edgePanelWords();
  const vocabulary = vocabularyWords();
  return (
    <dl class="facts">
      {edge.kind === "derivation" && (
        <Fact name={words.relation}>
          {vocabulary.relationName[edge.relation]}{" "}
          <span class="muted">({vocabulary.relation[edge.relation]})</span>
        </Fact>
      )}
      {edge.kind === "model-use" && <Fact name={words.role}>{vocabulary.role[edge.role]}</Fact>}
      {edge.kind !== "model-use" && (
        <Fact name={words.split}>
          {edge.split === undefined ? <Unknown /> : vocabulary.splitName[edge.split]}
        </Fact>
      )}
      {edge.kind === "derivation" && <DerivationFacts edge={edge} />}
    </dl>
  );
};

const DerivationFacts = ({ edge }: { readonly edge: Derivation }): JSX.Element => {
  const words = edgePanelWords();
  const vocabulary = vocabularyWords();
  const { origin } = edge;
  return (
    <>
      {edge.subset !== undefined && (
        <Fact name={words.part}>
          <NameText text={edge.subset} />
        </Fact>
      )}
      {edge.flags.length > 0 && (
        <Fact name={words.flagged}>{edge.flags.map((flag) => vocabulary.flag[flag]).join("; ")}</Fact>
      )}
      {edge.rejection !== undefined && (
        <Fact name={words.rejected}>{vocabulary.rejection[edge.rejection]}</Fact>
      )}
      {origin?.kind === "published" && (
        <Fact name={words.published}>
          <NameText text={origin.citation} />{" "}
          <span class="muted">
            {vocabulary.relationName[origin.relation]}, {formatConfidence(origin.confidence)}
            {origin.part !== undefined && `, ${origin.part}`}
          </span>
        </Fact>
      )}
      {origin?.kind === "proposal" && (
        <Fact name={words.proposed}>
          <NameText text={origin.by ?? words.somebody} />
          {origin.note !== undefined && (
            <p class="note" dir="auto">
              <NameText text={origin.note} most={2000} />
            </p>
          )}
        </Fact>
      )}
    </>
  );
};

const Fact = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
