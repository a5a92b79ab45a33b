import type { Page, ViewState } from "./view-state.ts";

/** A change of the view; undefined takes a field away. */
export type ViewPatch = { readonly [Field in keyof ViewState]?: ViewState[Field] | undefined };

/**
 * One change that can be taken back, as the fields that it changed: what else has changed since (a trace that is
 * followed, another page's state) stays as it is.
 */
export interface ViewStep {
  readonly page: Page;
  readonly before: ViewPatch;
  readonly after: ViewPatch;
}

export interface ViewHistory {
  /** The last one is undone next. */
  readonly done: readonly ViewStep[];
  /** The last one is redone next. */
  readonly undone: readonly ViewStep[];
}

export const EMPTY_HISTORY: ViewHistory = { done: [], undone: [] };

/**
 * What undo leaves alone: where one is, which the browser's back button is for; what runs on the server; and the text of a
 * query, whose editor has an undo of its own.
 */
const NOT_COUNTED = ["page", "isEmbedded", "trace", "cypher"] as const satisfies readonly (keyof ViewState)[];

/** Enough for an afternoon; a step is a few hundred bytes. */
const MAX_STEPS = 200;

/**
 * Notes the change from one view to the next. Moves of the camera, one after another, are one step, and so are steps of a walk
 * (`continues`) over the same fields; a new step empties the redo stack.
 */
export const recordStep = (
  history: ViewHistory,
  {
    from,
    to,
    continues = false,
  }: { readonly from: ViewState; readonly to: ViewState; readonly continues?: boolean },
): ViewHistory => {
  const step = toStep(from, to);
  if (step === undefined) return history;
  const last = history.done.at(-1);
  if (last === undefined || !(continues || isCameraMove(step)) || !changesTheSame(last, step)) {
    return { done: [...history.done, step].slice(-MAX_STEPS), undone: [] };
  }
  const joined = { ...last, after: step.after };
  return { done: [...history.done.slice(0, -1), joined], undone: [] };
};

/** The step that undo takes back on a page, if there is any. */
export const nextUndo = (history: ViewHistory, page: Page): ViewStep | undefined =>
  history.done.findLast((step) => step.page === page);

export const nextRedo = (history: ViewHistory, page: Page): ViewStep | undefined =>
  history.undone.findLast((step) => step.page === page);

export const markUndone = (history: ViewHistory, step: ViewStep): ViewHistory => ({
  done: history.done.filter((one) => one !== step),
  undone: [...history.undone, step],
});

export const markRedone = (history: ViewHistory, step: ViewStep): ViewHistory => ({
  done: [...history.done, step],
  undone: history.undone.filter((one) => one !== step),
});

const toStep = (from: ViewState, to: ViewState): ViewStep | undefined => {
  if (from.page !== to.page) return undefined;
  const changed = fieldsOf(from, to).filter((field) => !isEqual(from[field], to[field]));
  if (changed.length === 0) return undefined;
  return { page: to.page, before: pick(from, changed), after: pick(to, changed) };
};

type Field = keyof ViewState;

const fieldsOf = (...views: readonly ViewState[]): readonly Field[] =>
  [...new Set(views.flatMap((view) => Object.keys(view) as Field[]))].filter(
    (field) => !NOT_COUNTED.some((one) => one === field),
  );

const pick = (view: ViewState, fields: readonly Field[]): ViewPatch =>
  Object.fromEntries(fields.map((field) => [field, view[field]])) as ViewPatch;

const isCameraMove = ({ after }: ViewStep): boolean =>
  Object.keys(after).every((field) => field === "camera");

const changesTheSame = (one: ViewStep, other: ViewStep): boolean =>
  one.page === other.page && Object.keys(one.after).sort().join() === Object.keys(other.after).sort().join();

/** Views come from one parser, which writes the fields of an object in one order. */
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
