/** The parts of an OpenAPI document that are looked at or added to. */
interface Operation {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
}

const PROBLEM = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
const IDEMPOTENCY_KEY = {
  name: "idempotency-key",
  in: "header",
  required: false,
  description: "The same request again under the same key is answered as the first was, and not done again",
  schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" },
};
const RETRY_AFTER = {
  "retry-after": { description: "Seconds to wait", schema: { type: "integer", minimum: 0 } },
};
const ENTITY_TAG = { etag: { description: "Send it as if-none-match", schema: { type: "string" } } };

/** Says of every operation how it may fail: the same list wherever the same hooks run, so no route repeats it. */
export const documentAnswers = <Document extends object>(document: Document): Document => {
  if (!("paths" in document)) return document;
  const paths = Object.entries(document.paths as Readonly<Record<string, object>>).map(
    ([path, operations]): [string, object] => [path, documentPath(operations)],
  );
  return { ...document, paths: Object.fromEntries(paths) };
};

const documentPath = (operations: object): object =>
  Object.fromEntries(
    Object.entries(operations).map(([method, operation]: [string, Operation]) => [
      method,
      documentOperation(operation, !["get", "head"].includes(method)),
    ]),
  );

const documentOperation = (operation: Operation, isWrite: boolean): Operation => {
  const { default: _default, ...own } = operation.responses ?? {};
  const parameters = [...(operation.parameters ?? []), ...(isWrite ? [IDEMPOTENCY_KEY] : [])];
  return {
    ...operation,
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: {
      ...own,
      ...(isWrite ? {} : { 304: { description: "Not changed since the etag", headers: ENTITY_TAG } }),
      ...problems({
        isWrite,
        hasBody: operation.requestBody !== undefined,
        takesWords: operation.requestBody !== undefined || (operation.parameters ?? []).length > 0,
      }),
    },
  };
};

interface Ways {
  readonly isWrite: boolean;
  readonly hasBody: boolean;
  /** Whether what it is asked for may not be there. */
  readonly takesWords: boolean;
}

const problems = ({ isWrite, hasBody, takesWords }: Ways): object => ({
  400: problem("The request is not understood: detail names each fault"),
  401: problem("A token is needed"),
  403: problem("Refused: neededRole says what would be enough"),
  ...(takesWords ? { 404: problem("Not found") } : {}),
  406: problem("Not available in the accepted form"),
  ...(isWrite ? { 409: problem("In conflict with what is there") } : {}),
  ...(hasBody || isWrite ? { 413: problem("Too large"), 415: problem("Content type not supported") } : {}),
  408: problem("The request did not come in time"),
  422: problem("The answer would be too large: ask for less"),
  429: { ...problem("Too many requests"), headers: RETRY_AFTER },
  431: problem("The address or the headers are too long"),
  500: problem("Something went wrong inside"),
  502: problem("A service that this one asks failed"),
  503: problem("Not available right now: try again later"),
  504: problem("Took too long"),
});

const problem = (description: string) => ({ description, content: PROBLEM });
