import { formatConfidence } from "../format.ts";
import { fromDayNumber, toDayNumber } from "./lineage-columns.ts";

/** How the values of a range are written and read; undefined for a text that is none of them. */
export interface RangeText {
  readonly write: (value: number) => string;
  readonly read: (text: string) => number | undefined;
}

export const CONFIDENCE_TEXT: RangeText = {
  write: (value) => formatConfidence(value),
  read: (text) => {
    const value = Number(text.replace(",", "."));
    return text.trim() !== "" && value >= 0 && value <= 1 ? value : undefined;
  },
};

export const COUNT_TEXT: RangeText = {
  write: (value) => String(Math.round(value)),
  read: (text) => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined),
};

/** A year or a month stands for its first day. */
export const DAY_TEXT: RangeText = {
  write: (value) => fromDayNumber(Math.round(value)),
  read: (text) => {
    const [year, month = "01", day = "01", ...rest] = text.trim().split("-");
    if (year === undefined || !/^\d{4}$/.test(year) || rest.length > 0) return undefined;
    const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const value = toDayNumber(written);
    return !Number.isNaN(value) && fromDayNumber(value) === written ? value : undefined;
  },
};
