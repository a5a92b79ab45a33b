import { readFileSync } from "node:fs";
import type { AnySchema, ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export type SchemaDraft = "draft-07" | "2020-12";

/** What a JSON schema says against a value, one line a fault; none when it is valid. */
export type FindFaults = (value: unknown) => readonly string[];

export interface SchemaChoice {
  readonly draft: SchemaDraft;
  readonly schema: AnySchema;
  /** Schemas that it refers to by their `$id`. */
  readonly others?: readonly AnySchema[];
  /** Keywords that the schema's authors use for people, not for validation. */
  readonly annotations?: readonly string[];
}

/** Compiles a schema of someone else's. Formats are checked; keywords that the schema's draft does not know are an error. */
export const faultsBy = ({ draft, schema, others = [], annotations = [] }: SchemaChoice): FindFaults => {
  const options = {
    allErrors: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: true,
  };
  const ajv = draft === "draft-07" ? new Ajv(options) : new Ajv2020(options);
  addFormats.default(ajv);
  for (const [wider, narrower] of Object.entries(INTERNATIONAL)) {
    const format = ajv.formats[narrower];
    if (format !== undefined) ajv.addFormat(wider, format);
  }
  ajv.addVocabulary([...annotations]);
  for (const other of others) ajv.addSchema(other);
  const validate: ValidateFunction = ajv.compile(schema);
  return (value) => (validate(value) ? [] : [ajv.errorsText(validate.errors, { separator: "\n" })]);
};

/** Formats that ajv-formats lacks, checked by the stricter ones that it has: what we write is all ASCII. */
const INTERNATIONAL = { "iri-reference": "uri-reference", "idn-email": "email" };

export const readSchema = (path: URL): Record<string, unknown> =>
  JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
