import { END, Send } from "@langchain/langgraph";
import type { Sha256 } from "../../schema/ids.ts";
import type { VisitStateValue } from "./state.ts";

/** Where a visit goes after the Hub was asked: on, or to its end when there is nothing to read. */
export const afterValidate = ({ outcome }: VisitStateValue): "retrieve" | "commit" =>
  outcome === undefined ? "retrieve" : "commit";

/** One `read-resource` for each resource. An empty list of sends would end the run, so without any it goes on. */
export const afterRetrieve = ({
  outcome,
  resources,
}: VisitStateValue): Send[] | "list-documents" | "commit" => {
  if (outcome !== undefined) return "commit";
  if (resources.length === 0) return "list-documents";
  return resources.map((resource) => new Send("read-resource", { resource }));
};

/** One `trace-document` for each document that was read. */
export const afterList = ({ documents }: VisitStateValue): Send[] | "aggregate" => {
  const hashes = Object.keys(documents) as Sha256[];
  return hashes.length === 0
    ? "aggregate"
    : hashes.map((document) => new Send("trace-document", { document }));
};

/** A halted visit writes nothing. */
export const afterAggregate = ({ halted }: VisitStateValue): "commit" | typeof END =>
  halted ? END : "commit";
