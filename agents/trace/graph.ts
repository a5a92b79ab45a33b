import { END, START, StateGraph } from "@langchain/langgraph";
import { isTransient } from "../../schema/errors.ts";
import {
  aggregateClaims,
  commit,
  listDocuments,
  readResource,
  retrieve,
  traceOneDocument,
  validate,
} from "./nodes.ts";
import { afterAggregate, afterList, afterRetrieve, afterValidate } from "./route.ts";
import { OneDocument, OneResource, VisitState } from "./state.ts";
import type { Visit } from "./visit.ts";

/** Tries of a node whose engine or disk was in trouble for a moment. Upstream trouble is an answer, not an error. */
const MAX_ATTEMPTS = 3;

/**
 * The graph of one dataset's visit. It is built per visit (0.3 ms), so that nothing of one run can leak into another,
 * and has no checkpointer: documents and answers are stored before they are used, so running it again costs nothing.
 */
export const createVisitGraph = (visit: Visit) =>
  new StateGraph({ state: VisitState })
    .setNodeDefaults({ retryPolicy: { maxAttempts: MAX_ATTEMPTS, retryOn: isTransient, logWarning: false } })
    .addNode("validate", tracked(visit, validate(visit)))
    .addNode("retrieve", tracked(visit, retrieve(visit)))
    .addNode("read-resource", tracked(visit, readResource(visit)), { input: OneResource })
    .addNode("list-documents", tracked(visit, listDocuments(visit)))
    .addNode("trace-document", tracked(visit, traceOneDocument(visit)), { input: OneDocument })
    .addNode("aggregate", tracked(visit, aggregateClaims(visit)))
    .addNode("commit", tracked(visit, commit(visit)))
    .addEdge(START, "validate")
    .addConditionalEdges("validate", afterValidate, ["retrieve", "commit"])
    .addConditionalEdges("retrieve", afterRetrieve, ["read-resource", "list-documents", "commit"])
    .addEdge("read-resource", "list-documents")
    .addConditionalEdges("list-documents", afterList, ["trace-document", "aggregate"])
    .addEdge("trace-document", "aggregate")
    .addConditionalEdges("aggregate", afterAggregate, ["commit", END])
    .addEdge("commit", END)
    .compile();

/** Notes a node's work while it is under way. */
const tracked =
  <Input, Update>({ running }: Visit, node: (input: Input) => Promise<Update>) =>
  async (input: Input): Promise<Update> => {
    const work = node(input);
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };
