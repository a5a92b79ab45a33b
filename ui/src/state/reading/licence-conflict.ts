import { z } from "zod";

const Row = z.object({ kind: z.string(), source: z.string(), sourceLicence: z.string(), class: z.string() });

/** The answer of the saved query on licences: sources and models whose licence asks for more than the dataset's own gives. */
export const LicenceConflicts = z
  .object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })
  .transform(({ columns, rows }) =>
    rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place]]))),
  )
  .pipe(z.array(Row));
export type LicenceConflict = z.infer<typeof LicenceConflicts>[number];
