import type { JSX } from "preact";
import { isDatasetId } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { LicenceConflict } from "../state/reading/licence-conflict.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { useApp } from "./app-context.ts";
import { LicenceWay } from "./licence-way.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { NameText } from "./name-text.tsx";
import { ViewLink } from "./view-link.tsx";

export interface LicenceSectionProps {
  readonly id: DatasetId;
}

/** Sources and models up its ancestry that ask for more than its own licence gives. Asked for when it is opened. */
export const LicenceSection = ({ id }: LicenceSectionProps): JSX.Element => {
  const { reading } = useApp().store;
  const isOpen = reading.licencesOf.value === id;
  const words = datasetWords();
  return (
    <details
      class="section why-not"
      data-section="licences"
      open={isOpen}
      onToggle={(event) => {
        const opens = event.currentTarget.open;
        if (opens !== (reading.licencesOf.peek() === id)) reading.licencesOf.value = opens ? id : undefined;
      }}
    >
      <summary>{words.licences}</summary>
      {isOpen && (
        <LoadableView resource={reading.licences} what={words.theLicences} lines={3}>
          {(conflicts) => (
            <>
              {conflicts.length === 0 ? (
                <p class="empty">{words.noLicenceConflict}</p>
              ) : (
                <ul class="licences">
                  {conflicts.map((one) => (
                    <LicenceRow key={`${one.kind} ${one.source}`} conflict={one} />
                  ))}
                </ul>
              )}
              <p class="muted licence-hint">{words.licenceHint}</p>
            </>
          )}
        </LoadableView>
      )}
    </details>
  );
};

const LicenceRow = ({ conflict }: { readonly conflict: LicenceConflict }): JSX.Element => {
  const { kind, source, sourceLicence } = conflict;
  return (
    <li>
      {kind === "dataset" && isDatasetId(source) ? (
        <ViewLink to={{ selection: { kind: "dataset", id: source } }}>
          <NameText text={source} />
        </ViewLink>
      ) : (
        <NameText text={source} />
      )}{" "}
      <span class="mono">
        <NameText text={sourceLicence} most={60} />
      </span>{" "}
      <span class="muted">{datasetWords().licenceOf(kind, conflict.class)}</span>
      <LicenceWay way={conflict.way} />
    </li>
  );
};
