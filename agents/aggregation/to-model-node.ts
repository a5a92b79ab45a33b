import { ModelId, toNameId } from "../../schema/ids.ts";
import type { ModelNode } from "../ports.ts";
import type { Candidate } from "./candidate.ts";

/** The model that a candidate names: the Hub id that the document gives, else its name's typed id. */
export const toModelNode = ({ hubId, names }: Candidate): ModelNode => {
  if (hubId === undefined) return { id: ModelId.parse(toNameId(withHyphens(names[0] ?? ""))) };
  const slash = hubId.indexOf("/");
  return { id: ModelId.parse(hubId), ...(slash > 0 && { owner: hubId.slice(0, slash) }) };
};

/** "GPT4" and "GPT 4" are written for GPT-4, whichever document one reads. */
const withHyphens = (name: string): string => name.replace(/^gpt(?=\d)/iu, "GPT-");
