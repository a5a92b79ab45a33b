import { ModelId } from "../../schema/ids.ts";
import type { ModelNode } from "../ports.ts";
import type { Candidate } from "./candidate.ts";

/** The model that a candidate names: the Hub id that the documents give, else its name as they write it. */
export const toModelNode = ({ hubId, names }: Candidate): ModelNode => {
  if (hubId === undefined) return { id: ModelId.parse(tidy(names[0] ?? "")) };
  const slash = hubId.indexOf("/");
  return { id: ModelId.parse(hubId), ...(slash > 0 && { owner: hubId.slice(0, slash) }) };
};

const MAX_ID = 200;
const tidy = (name: string): string => name.replace(/\s+/gu, " ").trim().slice(0, MAX_ID);
