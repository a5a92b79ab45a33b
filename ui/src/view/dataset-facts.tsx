import type { ComponentChildren, JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import { formatCount } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { TimeText } from "./time-text.tsx";
import { Unknown } from "./unknown.tsx";

export interface DatasetFactsProps {
  readonly detail: DatasetDetail;
}

export const DatasetFacts = ({ detail }: DatasetFactsProps): JSX.Element => {
  const isOnHub = detail.registry === "huggingface";
  return (
    <dl class="facts">
      <Fact name="Registry">{vocabularyWords().registry[detail.registry]}</Fact>
      {(isOnHub || detail.licence !== undefined) && (
        <Fact name="Licence">{detail.licence ?? <Unknown />}</Fact>
      )}
      {(isOnHub || detail.createdAt !== undefined) && (
        <Fact name="Created">
          {detail.createdAt === undefined ? <Unknown /> : <TimeText iso={detail.createdAt} />}
        </Fact>
      )}
      {(isOnHub || detail.downloads !== undefined) && (
        <Fact name="Downloads">
          {detail.downloads === undefined ? <Unknown /> : formatCount(detail.downloads)}
        </Fact>
      )}
      {detail.likes !== undefined && <Fact name="Likes">{formatCount(detail.likes)}</Fact>}
      {detail.languages !== undefined && <Fact name="Languages">{detail.languages.join(", ")}</Fact>}
      {detail.tasks !== undefined && <Fact name="Tasks">{detail.tasks.join(", ")}</Fact>}
      {detail.aliases.length > 0 && (
        <Fact name="Also called">
          {detail.aliases.map((alias) => (
            <span key={alias.key} class="alias mono" title={`other name: ${alias.reason}`}>
              {alias.key}
            </span>
          ))}
        </Fact>
      )}
    </dl>
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
