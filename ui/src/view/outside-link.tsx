import type { JSX } from "preact";
import { datasetWords } from "../words/dataset-words.ts";
import { Icon } from "./icons.tsx";

export interface OutsideLinkProps {
  readonly url: string;
  readonly label: string;
}

/** A link that leaves the page and says nothing about where it came from. Only web addresses become links. */
export const OutsideLink = ({ url, label }: OutsideLinkProps): JSX.Element =>
  /^https?:\/\//i.test(url) ? (
    <a class="outside-link" href={url} target="_blank" rel="noreferrer noopener" title={url}>
      {label} <Icon name="external" />
      <span class="visually-hidden"> {datasetWords().newPage}</span>
    </a>
  ) : (
    <span class="not-a-link" title={datasetWords().notAnAddress}>
      {url}
    </span>
  );
