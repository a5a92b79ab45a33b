import { createHash } from "node:crypto";
import { encodeSafely } from "../addresses.ts";

/** The prefixes of PROV-JSON's `prefix`; each but `stemma`, the vocabulary, stands for this graph's own addresses. */
export const toPrefixes = (baseUrl: string): Readonly<Record<string, string>> => ({
  stemma: `${baseUrl}terms#`,
  dataset: `${baseUrl}datasets/`,
  model: `${baseUrl}models/`,
  document: `${baseUrl}documents/`,
  edge: `${baseUrl}edges/`,
  evidence: `${baseUrl}evidence/`,
  making: `${baseUrl}makings/`,
  trace: `${baseUrl}traces/`,
  bundle: `${baseUrl}bundles/`,
});

type Kind = "dataset" | "model" | "document" | "edge" | "evidence" | "making" | "trace" | "bundle";

/** A qualified name. Its local part has no character that a name of PROV-N, section 3.7.1, or an address must not hold. */
export const nameOf = (kind: Kind, id: string): string => `${kind}:${local(encodeSafely(id))}`;

/** `'`, `(`, `)` and a last `.` would need a backslash in PROV-N. */
const local = (text: string): string =>
  text.replaceAll(/['()*!~]|\.$/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Names what has no id of its own by what it says. */
export const nameOfContent = (kind: Kind, content: string): string =>
  nameOf(kind, createHash("sha256").update(content).digest("hex").slice(0, 24));
