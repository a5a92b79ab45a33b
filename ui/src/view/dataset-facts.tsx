import type { ComponentChildren, JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import { formatCount } from "../state/format.ts";
import { datasetWords, type FactName } from "../words/dataset-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { NameText } from "./name-text.tsx";
import { TimeText } from "./time-text.tsx";
import { Unknown } from "./unknown.tsx";

export interface DatasetFactsProps {
  readonly detail: DatasetDetail;
}

/** Of a dataset of the Hub what is not known is said to be so; of other sources only what is known is listed. */
export const DatasetFacts = ({ detail }: DatasetFactsProps): JSX.Element => {
  const isOnHub = detail.registry === "huggingface";
  const words = vocabularyWords();
  const facts: readonly (readonly [FactName, ComponentChildren])[] = [
    ["owner", detail.owner && <NameText text={detail.owner} />],
    ["licence", detail.licence && <NameText text={detail.licence} />],
    ["created", detail.createdAt && <TimeText iso={detail.createdAt} />],
    ["downloads", detail.downloads !== undefined && formatCount(detail.downloads)],
    ["likes", detail.likes !== undefined && formatCount(detail.likes)],
    ["languages", detail.languages && <Listed items={detail.languages} />],
    ["tasks", detail.tasks && <Listed items={detail.tasks} />],
    ["domains", detail.domains?.map((domain) => words.domain[domain]).join(", ")],
    ["dataType", detail.dataType && words.dataType[detail.dataType]],
  ];
  return (
    <dl class="facts">
      <Fact name="registry">{words.registry[detail.registry]}</Fact>
      {facts.map(
        ([name, value]) =>
          (isOnHub || isKnown(value)) && (
            <Fact key={name} name={name}>
              {isKnown(value) ? value : <Unknown />}
            </Fact>
          ),
      )}
      {detail.hubMonth !== undefined && <Fact name="hubMonth">{datasetWords().month(detail.hubMonth)}</Fact>}
      {detail.paperMonth !== undefined && (
        <Fact name="paperMonth">{datasetWords().month(detail.paperMonth)}</Fact>
      )}
      {detail.aliases.length > 0 && (
        <Fact name="aliases">
          {detail.aliases.map((alias) => (
            <span key={alias.key} class="alias">
              <span class="mono">
                <NameText text={alias.key} />
              </span>{" "}
              <span class="muted">{words.aliasReason[alias.reason]}</span>
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
};

const isKnown = (value: ComponentChildren): boolean => value !== undefined && value !== false && value !== "";

const SHOWN = 12;

const Listed = ({ items }: { readonly items: readonly string[] }): JSX.Element => (
  <>
    {items.slice(0, SHOWN).map((item, place) => (
      <span key={item}>
        {place > 0 && ", "}
        <NameText text={item} most={60} />
      </span>
    ))}
    {items.length > SHOWN && <span title={items.join(", ").slice(0, 2000)}> …</span>}
  </>
);

const Fact = ({
  name,
  children,
}: {
  readonly name: FactName;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div data-fact={name}>
    <dt>{datasetWords().fact[name]}</dt>
    <dd>{children}</dd>
  </div>
);
