import { createAnswerStore } from "./answer-store.ts";
import type { AnswerKey, AnswerStore, StoredAnswer } from "./answer-store.ts";
import { createEndpoint } from "./openai.ts";
import type { Endpoint, EndpointAnswer, EndpointConfig, EndpointDependencies } from "./openai.ts";
import { askOnlyOnce } from "./pending-question.ts";

/** A question as it crosses to the process that asks it. */
export interface KeptQuestion extends AnswerKey {
  /** JSON Schema of the answer. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
}

/** `reused`: another call of this or of an earlier process brought it. "unreachable" is the one outcome that is not stored. */
export type KeptAnswer = (StoredAnswer | Extract<EndpointAnswer, { kind: "unreachable" }>) & {
  readonly reused: boolean;
};

/** Asks the model's endpoint and stores what it says before anyone sees it. */
export interface AnswerKeeper {
  /** @throws AbortError once the signal aborts */
  keep(question: KeptQuestion, signal: AbortSignal): Promise<KeptAnswer>;
}

export interface AnswerKeeperOptions extends EndpointConfig {
  /** Folder of the stored answers. */
  readonly answersFolder: string;
}

/** The keeper within this process. */
export const createAnswerKeeper = (
  options: AnswerKeeperOptions,
  dependencies: EndpointDependencies,
): AnswerKeeper => {
  const store = createAnswerStore(options.answersFolder);
  const endpoint = createEndpoint(options, dependencies);
  return {
    keep: (question, signal) =>
      askOnlyOnce<KeptAnswer>(
        {
          mark: store.markOf(question),
          find: async () => {
            const stored = await store.find(question);
            return stored === undefined ? undefined : { ...stored, reused: true };
          },
          ask: async () => ({ ...(await askAndStore({ endpoint, store }, question, signal)), reused: false }),
        },
        signal,
      ),
  };
};

interface Asking {
  readonly endpoint: Endpoint;
  readonly store: AnswerStore;
}

const askAndStore = async (
  { endpoint, store }: Asking,
  question: KeptQuestion,
  signal: AbortSignal,
): Promise<EndpointAnswer> => {
  let saving: Promise<void> | undefined;
  const onAnswer = (answer: EndpointAnswer): void => {
    if (answer.kind !== "unreachable") saving = store.save(question, answer);
  };
  // An answer that arrived is kept although its question is no longer wanted, or the client fails over it.
  const answer = await endpoint.ask({ ...question, onAnswer }, signal).finally(() => saving);
  if (saving === undefined) onAnswer(answer);
  await saving;
  return answer;
};
