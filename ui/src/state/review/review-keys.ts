import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { isRecord } from "../is-record.ts";
import { bindingFor, type KeyAction } from "../keys.ts";
import { DOCUMENT_ACTIONS, REASON_ACTIONS, REVIEW_ACTIONS, type ReviewAction } from "./review-actions.ts";

export type KeyMap = Readonly<Record<ReviewAction, string>>;

export const DEFAULT_KEYS: KeyMap = {
  accept: "a",
  reject: "r",
  edit: "e",
  add: "n",
  skip: "s",
  undo: "u",
  alias: "g",
  bulk: "b",
  next: "j",
  previous: "k",
  "evaluation-only": "e",
  "cited-only": "c",
  "model-not-dataset": "m",
  "own-subset": "o",
  "wrong-id": "i",
  "wrong-direction": "d",
  "not-supported": "n",
  "next-quote": "q",
  find: "f",
};

/** Why a key cannot be given to an action: something else has it, or it is no single key. */
export type KeyRefusal =
  | { readonly kind: "taken"; readonly by: ReviewAction }
  | { readonly kind: "explorer"; readonly action: KeyAction }
  | { readonly kind: "not-a-key" };

export interface ReviewKeys {
  readonly map: ReadonlySignal<KeyMap>;
  readonly isChanged: ReadonlySignal<boolean>;
  /** Gives the key to the action, and remembers it; or says why not. */
  assign(action: ReviewAction, key: string): KeyRefusal | undefined;
  reset(): void;
}

const STORED_AS = "stemma.review.keys";

/** The keys of the review page, as the reviewer wants them. */
export const createReviewKeys = (
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): ReviewKeys => {
  const map = signal<KeyMap>(parseKeys(storage.getItem(STORED_AS)));
  return {
    map,
    isChanged: computed(() => ALL.some((action) => map.value[action] !== DEFAULT_KEYS[action])),
    assign: (action, key) => {
      const refusal = refuseKey(map.peek(), action, key);
      if (refusal !== undefined) return refusal;
      map.value = { ...map.peek(), [action]: key };
      storage.setItem(STORED_AS, JSON.stringify(map.peek()));
      return undefined;
    },
    reset: () => {
      map.value = DEFAULT_KEYS;
      storage.removeItem(STORED_AS);
    },
  };
};

const ALL: readonly ReviewAction[] = [...REVIEW_ACTIONS, ...DOCUMENT_ACTIONS, ...REASON_ACTIONS];

/** A reason is asked for only after `reject`, so its keys may be those of the rest. */
const togetherWith = (action: ReviewAction): readonly ReviewAction[] =>
  REASON_ACTIONS.some((reason) => reason === action)
    ? REASON_ACTIONS
    : [...REVIEW_ACTIONS, ...DOCUMENT_ACTIONS];

export const refuseKey = (map: KeyMap, action: ReviewAction, key: string): KeyRefusal | undefined => {
  // One letter, digit or sign: all else is the browser's, or moves the focus.
  if ([...key].length !== 1 || key === " ") return { kind: "not-a-key" };
  const own = bindingFor("review", key);
  if (own !== undefined) return { kind: "explorer", action: own.action };
  const taken = togetherWith(action).find((other) => other !== action && map[other] === key);
  return taken === undefined ? undefined : { kind: "taken", by: taken };
};

/** What was stored, as far as it holds together; else the keys as they come. */
const parseKeys = (text: string | null): KeyMap => {
  const stored = parse(text);
  if (!isRecord(stored)) return DEFAULT_KEYS;
  const map = Object.fromEntries(
    ALL.map((action) => {
      const key = stored[action];
      return [action, typeof key === "string" ? key : DEFAULT_KEYS[action]];
    }),
  ) as KeyMap;
  return ALL.every((action) => refuseKey(map, action, map[action]) === undefined) ? map : DEFAULT_KEYS;
};

const parse = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
};

/** What a key does: while a reason is asked for, the reasons; else all the rest. */
export const actionFor = (map: KeyMap, key: string, asksReason: boolean): ReviewAction | undefined =>
  (asksReason ? REASON_ACTIONS : [...REVIEW_ACTIONS, ...DOCUMENT_ACTIONS]).find(
    (action) => map[action] === key,
  );
