import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { CONSOLE_LIMITS } from "../../../../schema/limits.ts";
import { ROLES } from "../../../../schema/roles.ts";
import type { SavedQuery } from "../../../../schema/cypher.ts";
import type { SessionView } from "../../../../schema/api.ts";
import type { Navigation } from "../navigation.ts";
import { createResource } from "../resource.ts";
import type { CypherState } from "../view-state.ts";
import type { CypherClient, RunRequest } from "./cypher-client.ts";
import { createDraft, type Draft, firstQuestion } from "./cypher-draft.ts";
import { createQueryRun } from "./cypher-run.ts";
import { createQueryHistory, type HistoryEntry } from "./query-history.ts";
import { findFaults, parameterNames, type Question, toSavedValue } from "./query-parameters.ts";
import { toResultGraph } from "./result-graph.ts";

export interface CypherStoreDependencies {
  readonly client: CypherClient;
  readonly navigation: Navigation;
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly newId: () => string;
  readonly now: () => Date;
}

export interface Limits {
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly maxRows: number;
}

export type CypherStore = ReturnType<typeof createCypherStore>;

/** The Cypher page: a question, its parameters, what was asked before, and the answer. */
export const createCypherStore = (dependencies: CypherStoreDependencies) => {
  const { client, navigation, now } = dependencies;
  const history = createQueryHistory(dependencies.storage);
  const draft = createDraft({ ...dependencies, start: firstQuestion(navigation.view.peek().root) });
  const run = createQueryRun(dependencies);
  const saved = createResource(signal("saved"), (_key, abort) => client.saved(abort));
  const session = createResource(signal("session"), (_key, abort) => client.session(abort));
  const limits = signal<Limits>({
    timeoutMs: CONSOLE_LIMITS.timeoutMs.default,
    maxRows: CONSOLE_LIMITS.rows.default,
  });
  const { names, ...derived } = deriveQuestion({
    draft: draft.current,
    saved: saved.value,
    session: session.value,
  });
  return {
    draft: draft.current,
    ...derived,
    parameterNames: names,
    limits,
    history,
    saved,
    session,
    run: run.current,
    result: computed(() => navigation.view.value.cypher?.result ?? "table"),
    graph: computed(() => {
      const current = run.current.value;
      return current.state === "answered" ? toResultGraph(current.answer) : undefined;
    }),
    ...editingOf(draft, navigation),
    /** Brings the address up to what is typed. */
    settle: draft.settle,
    show: (result: CypherState["result"]) => {
      draft.settle();
      const { cypher } = navigation.view.peek();
      if (cypher !== undefined) navigation.navigate({ cypher: { ...cypher, result } }, "replace");
    },
    start: async () => {
      draft.commit();
      const question = draft.current.peek();
      const request = toRequest(question, {
        names: names.peek(),
        query: derived.chosen.peek(),
        limits: limits.peek(),
      });
      const entry = { ...question, at: now().toISOString() };
      const counters = (await run.start(request, question.text))?.counters;
      history.add(
        counters === undefined ? entry : { ...entry, rows: counters.rows, elapsedMs: counters.elapsedMs },
      );
    },
    cancel: run.cancel,
    close: () => {
      run.cancel();
      draft.close();
      saved.close();
      session.close();
    },
  };
};

const editingOf = (draft: Draft, navigation: Navigation) => ({
  type: (text: string) => draft.change({ text }),
  setParameter: (name: string, value: string) =>
    draft.change({ parameters: { ...draft.current.peek().parameters, [name]: value } }),
  choose: (query: SavedQuery) =>
    draft.change({
      text: query.cypher.trim(),
      saved: query.name,
      parameters: firstParameters(query, navigation),
    }),
  recall: ({ text, saved, parameters }: HistoryEntry) => draft.change({ text, parameters, saved }),
});

interface QuestionSources {
  readonly draft: ReadonlySignal<Question>;
  readonly saved: ReadonlySignal<readonly SavedQuery[] | undefined>;
  readonly session: ReadonlySignal<SessionView | undefined>;
}

/** What the question is to the service: a saved query or somebody's text, with which parameters, and who may run it. */
const deriveQuestion = ({ draft, saved, session }: QuestionSources) => {
  /** The saved query that the text still is; with a changed text it is somebody's own. */
  const chosen = computed((): SavedQuery | undefined => {
    const { saved: name, text } = draft.value;
    const query = saved.value?.find((one) => one.name === name);
    return query?.cypher.trim() === text.trim() ? query : undefined;
  });
  const names = computed(() =>
    chosen.value === undefined
      ? parameterNames(draft.value.text)
      : chosen.value.parameters.map((parameter) => parameter.name),
  );
  const mayRunTexts = computed(() => {
    const held = session.value?.role;
    return held === undefined || ROLES.indexOf(held) >= ROLES.indexOf("operator");
  });
  const faults = computed(() =>
    chosen.value === undefined ? [] : findFaults(chosen.value.parameters, draft.value.parameters),
  );
  const mayRun = computed(
    () =>
      draft.value.text.trim() !== "" &&
      faults.value.length === 0 &&
      (mayRunTexts.value || chosen.value !== undefined),
  );
  return { chosen, names, mayRunTexts, faults, mayRun };
};

interface RequestContext extends Names {
  readonly limits: Limits;
}

const toRequest = (question: Question, { names, query, limits }: RequestContext): Omit<RunRequest, "id"> => ({
  what: query === undefined ? { text: question.text } : { saved: query.name },
  parameters: toParameters(question, { names, query }),
  ...limitsFor(limits, query),
});

/** A saved query takes no less than the usual time. */
const limitsFor = (limits: Limits, query: SavedQuery | undefined): Limits =>
  query === undefined
    ? limits
    : { ...limits, timeoutMs: Math.max(limits.timeoutMs, CONSOLE_LIMITS.timeoutMs.default) };

interface Names {
  readonly names: readonly string[];
  readonly query: SavedQuery | undefined;
}

/** An empty field is a parameter that was not given. */
const toParameters = ({ parameters }: Question, { names, query }: Names): Record<string, unknown> =>
  Object.fromEntries(
    names
      .map((name) => [name, parameters[name] ?? ""] as const)
      .filter(([, written]) => written !== "")
      .map(([name, written]) => [
        name,
        toSavedValue(
          written,
          query?.parameters.find((parameter) => parameter.name === name),
        ),
      ]),
  );

/** The dataset that is looked at goes into the first field that wants one. */
const firstParameters = ({ parameters }: SavedQuery, { view }: Navigation): Record<string, string> => {
  const { root } = view.peek();
  const first = parameters.find((parameter) => parameter.type === "dataset");
  return root === undefined || first === undefined ? {} : { [first.name]: root };
};
