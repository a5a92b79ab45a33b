import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import type { OpenRange } from "../state/filter-state.ts";
import { createRangeScale } from "../state/filters/range-scale.ts";
import type { RangeText } from "../state/filters/range-text.ts";
import type { Bin } from "../state/filters/value-counts.ts";
import { filtersWords } from "../words/filters-words.ts";
import { FilterFacet } from "./filter-facet.tsx";
import { RangeSlider } from "./range-slider.tsx";

export interface RangeFacetProps {
  readonly title: string;
  readonly bins: readonly Bin[];
  readonly range: OpenRange<number> | undefined;
  /** Between the last value of a bar and the first of the next: 1 of whole numbers, 0 of shares. */
  readonly step: number;
  readonly text: RangeText;
  readonly onChange: (range: OpenRange<number> | undefined, continues: boolean) => void;
  readonly onReset?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

/** A facet of numbers: bars to brush, two handles, and two fields to type the ends into. */
export const RangeFacet = (props: RangeFacetProps): JSX.Element | null => {
  const { title, bins, range, step, text, onChange, onReset, children } = props;
  const last = bins.at(-1);
  if (last === undefined) return null;
  const scale = createRangeScale([...bins.map((bin) => bin.from), last.to], step);
  const handles = scale.toHandles(range);
  const ends = [range?.[0] ?? bins[0]?.from ?? 0, range?.[1] ?? last.to - step] as const;
  return (
    <FilterFacet title={title} onReset={onReset}>
      <RangeSlider
        title={title}
        bins={bins}
        handles={handles}
        textAt={(which) => text.write(ends[which === "low" ? 0 : 1])}
        onChange={(next, continues) => onChange(scale.toRange(next), continues)}
      />
      <div class="range-fields">
        <RangeField
          label={filtersWords().lowest(title)}
          value={text.write(ends[0])}
          text={text}
          onValue={(lowest) => onChange(ordered(lowest, range?.[1]), false)}
        />
        <span aria-hidden="true">–</span>
        <RangeField
          label={filtersWords().highest(title)}
          value={text.write(ends[1])}
          text={text}
          onValue={(highest) => onChange(ordered(range?.[0], highest), false)}
        />
      </div>
      {children}
    </FilterFacet>
  );
};

/** Whoever types the ends in the wrong order means the range between them. */
const ordered = (lowest: number | undefined, highest: number | undefined): OpenRange<number> | undefined => {
  if (lowest === undefined && highest === undefined) return undefined;
  const isTurned = lowest !== undefined && highest !== undefined && lowest > highest;
  return isTurned ? [highest, lowest] : [lowest, highest];
};

interface RangeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly text: RangeText;
  readonly onValue: (value: number | undefined) => void;
}

/** Takes a value when it is left or Enter is pressed; an empty field opens the range. */
const RangeField = ({ label, value, text, onValue }: RangeFieldProps): JSX.Element => {
  const isWrong = useSignal(false);
  return (
    <input
      class={`range-field tabular ${isWrong.value ? "is-wrong" : ""}`}
      aria-label={label}
      aria-invalid={isWrong.value}
      title={isWrong.value ? filtersWords().notARange : label}
      value={value}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value;
        const read = text.read(typed);
        isWrong.value = typed.trim() !== "" && read === undefined;
        if (isWrong.value || typed === value) return;
        onValue(typed.trim() === "" ? undefined : read);
      }}
    />
  );
};
