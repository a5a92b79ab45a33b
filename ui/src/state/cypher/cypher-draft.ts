import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { Navigation } from "../navigation.ts";
import type { CypherState } from "../view-state.ts";
import type { Question } from "./query-parameters.ts";

export interface Draft {
  readonly current: ReadonlySignal<Question>;
  change(patch: Loose): void;
  /** Puts it into the address now, as an entry of the history that the back button comes back to. */
  commit(): void;
  /** Puts it into the address now, in place. */
  settle(): void;
  close(): void;
}

export interface DraftDependencies {
  readonly navigation: Navigation;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly start: Question;
}

const TYPING_PAUSE_MS = 500;

/** The question as it is typed. The address follows when the typing rests; a change of the address, as by the back button, is taken over. */
export const createDraft = ({ navigation, after, start }: DraftDependencies): Draft => {
  const { view } = navigation;
  const current = signal<Question>(toQuestion(view.peek().cypher) ?? start);
  let cancelWriting: (() => void) | undefined;
  const write = (how: "push" | "replace"): void => {
    cancelWriting?.();
    cancelWriting = undefined;
    if (view.peek().page !== "cypher") return;
    navigation.navigate({ cypher: toState(current.peek(), view.peek().cypher) }, how);
  };
  const stop = effect(() => {
    const arrived = toQuestion(view.value.cypher);
    // What is being typed is newer than any address.
    if (arrived === undefined || cancelWriting !== undefined) return;
    if (!isSame(arrived, current.peek())) current.value = arrived;
  });
  return {
    current,
    change: (patch) => {
      current.value = withoutAbsent({ ...current.peek(), ...patch });
      cancelWriting?.();
      cancelWriting = after(TYPING_PAUSE_MS, () => write("replace"));
    },
    commit: () => write("push"),
    settle: () => write("replace"),
    close: () => {
      cancelWriting?.();
      stop();
    },
  };
};

/** What an empty page begins with: the sources of the dataset that is looked at, or some edges to see what there is. */
export const firstQuestion = (root: DatasetId | undefined): Question =>
  root === undefined
    ? { text: "MATCH (d:Dataset)-[r:DERIVED_FROM]->(s:Dataset)\nRETURN d, r, s\nLIMIT 25", parameters: {} }
    : {
        text: "MATCH (d:Dataset {id: $dataset})-[r:DERIVED_FROM]->(s:Dataset)\nRETURN d, r, s\nLIMIT 100",
        parameters: { dataset: root },
      };

const toQuestion = (state: CypherState | undefined): Question | undefined =>
  state === undefined
    ? undefined
    : withoutAbsent({ text: state.text, saved: state.saved, parameters: state.parameters });

const toState = (question: Question, before: CypherState | undefined): CypherState => ({
  ...question,
  result: before?.result ?? "table",
});

type Loose = { readonly [Field in keyof Question]?: Question[Field] | undefined };

const withoutAbsent = ({ text = "", saved, parameters = {} }: Loose): Question => ({
  text,
  parameters,
  ...(saved !== undefined && { saved }),
});

const isSame = (one: Question, other: Question): boolean =>
  one.text === other.text &&
  one.saved === other.saved &&
  JSON.stringify(one.parameters) === JSON.stringify(other.parameters);
