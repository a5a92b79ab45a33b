import type { JSX } from "preact";
import type { Dataset } from "../../../schema/dataset.ts";
import { NameText } from "./name-text.tsx";

export interface OwnedNameProps {
  readonly dataset: Pick<Dataset, "owner" | "name">;
  readonly class?: string;
}

/** A line of a list has room for so much; the panel shows all. */
const MOST_OWNER = 60;
const MOST_NAME = 120;

/** owner/name on one line, the owner in the background. */
export const OwnedName = ({ dataset: { owner, name }, class: className }: OwnedNameProps): JSX.Element => (
  <span class={className ?? "owned-name"}>
    {owner !== undefined && (
      <span class="muted">
        <NameText text={owner} most={MOST_OWNER} />/
      </span>
    )}
    <NameText text={name} most={MOST_NAME} />
  </span>
);
