import type { DatasetId } from "../../../schema/ids.ts";
import type { DocumentKind } from "../../../schema/vocabulary.ts";

/** Names that are known to mean a dataset, from aliases or redirects. Asked with a name key, see `toNameKey`. */
export interface KnownNames {
  has(nameKey: string): boolean;
}

export interface RuleInput {
  readonly text: string;
  readonly kind: DocumentKind;
  /** The dataset that the document describes. */
  readonly target: DatasetId;
  /** Where the document was read. */
  readonly url?: string;
  readonly knownNames?: KnownNames;
}
