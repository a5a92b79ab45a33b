import type { ComponentChildren, JSX } from "preact";
import { filtersWords } from "../words/filters-words.ts";
import { Icon } from "./icons.tsx";

export interface FilterFacetProps {
  readonly title: string;
  /** Present while the facet filters. */
  readonly onReset?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** One facet of the filters, with its name and a way back to no filter. */
export const FilterFacet = ({ title, onReset, children }: FilterFacetProps): JSX.Element => (
  <fieldset class={`filter-group ${onReset === undefined ? "" : "is-active"}`}>
    <legend>{title}</legend>
    {onReset !== undefined && (
      <button
        type="button"
        class="icon-button filter-reset"
        aria-label={filtersWords().reset(title)}
        title={filtersWords().reset(title)}
        onClick={onReset}
      >
        <Icon name="close" />
      </button>
    )}
    {children}
  </fieldset>
);
