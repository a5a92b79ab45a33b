import type { CypherAnswer } from "../../../../schema/cypher.ts";
import { AppError } from "../../../../schema/errors.ts";

/** A source or a model whose licence asks for more than the dataset's own gives. */
export interface LicenceConflict {
  readonly kind: string;
  readonly source: string;
  readonly sourceLicence: string;
  readonly class: string;
  /** From the dataset to the source, both included, each with its licence; empty where none is known. */
  readonly way: readonly LicenceStep[];
}

export interface LicenceStep {
  readonly id: string;
  readonly licence: string;
}

/** The rows of the saved query on licences. Its columns are its text's, which no schema of the service checks: another text is a failure. */
export const toLicenceConflicts = ({
  columns,
  rows,
}: Pick<CypherAnswer, "columns" | "rows">): readonly LicenceConflict[] =>
  rows.map((row) => {
    const text = (column: string): string => {
      const value = row[columns.indexOf(column)];
      if (typeof value === "string") return value;
      throw new AppError(`the saved query licence-conflicts gave no text in its column ${column}`, {
        code: "UPSTREAM_FAILED",
      });
    };
    return {
      kind: text("kind"),
      source: text("source"),
      sourceLicence: text("sourceLicence"),
      class: text("class"),
      way: wayIn(row[columns.indexOf("way")], row[columns.indexOf("licences")]),
    };
  });

const wayIn = (ids: unknown, licences: unknown): readonly LicenceStep[] => {
  const known = listIn(licences);
  return listIn(ids).map((id, place) => ({ id, licence: known[place] ?? "" }));
};

const listIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  throw new AppError("the saved query licence-conflicts gave no list of texts for a way", {
    code: "UPSTREAM_FAILED",
  });
};
