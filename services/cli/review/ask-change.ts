import type { EdgeChange } from "../../../schema/decision.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { QueueDetail } from "../../../schema/review-queue.ts";
import { RELATIONS, type RejectionReason, SPLITS } from "../../../schema/vocabulary.ts";
import { candidateLine, changeWords } from "../output/review-lines.ts";
import type { Terminal } from "../output/terminal.ts";
import { EDIT_KEYS, type KeySource, REASON_KEYS } from "./keys.ts";

type Out = Pick<Terminal, "print" | "paint">;
type Edit = Extract<EdgeChange, { readonly verdict: "edited" }>;

/** Why it is rejected; undefined: it is not, after all. */
export const askReason = async (keys: KeySource, out: Out): Promise<RejectionReason | undefined> =>
  choose(keys, out, REASON_KEYS);

/** What is edited; undefined: nothing. */
export const askChange = async (
  keys: KeySource,
  out: Out,
  detail: QueueDetail,
): Promise<Edit | undefined> => {
  if (detail.item.edge.kind !== "derivation") {
    out.print("only a derivation can be edited; accept or reject it");
    return undefined;
  }
  let edit: Edit = { verdict: "edited" };
  for (;;) {
    out.print(
      `${changeWords(edit)}; r relation, s split, t target, return when it is right, escape to leave it`,
    );
    const key = await keys.key();
    if (key === "return" || key === "enter") return Object.keys(edit).length === 1 ? undefined : edit;
    const part = EDIT_KEYS.find(([name]) => name === key)?.[1];
    if (part === undefined) return undefined;
    edit = { ...edit, ...(await askPart(part, { keys, out, detail })) };
  }
};

interface Asking {
  readonly keys: KeySource;
  readonly out: Out;
  readonly detail: QueueDetail;
}

const askPart = async (part: "relation" | "split" | "target", asking: Asking): Promise<Partial<Edit>> => {
  const { keys, out } = asking;
  if (part === "relation") {
    const relation = await choose(keys, out, numbered(RELATIONS));
    return relation === undefined ? {} : { relation };
  }
  if (part === "split") {
    const split = await choose(keys, out, numbered([...SPLITS, "none"] as const));
    return split === undefined ? {} : { split: split === "none" ? null : split };
  }
  return askTarget(asking);
};

/** One of the candidates by its number, or an id that is typed. */
const askTarget = async ({ keys, out, detail }: Asking): Promise<Partial<Edit>> => {
  for (const [index, one] of detail.candidates.entries()) out.print(candidateLine(one, index, out.paint));
  out.print("the number of one, or / to type an id");
  const key = (await keys.key()) ?? "";
  if (key !== "/") {
    const chosen = detail.candidates[Number(key) - 1];
    return chosen === undefined ? {} : { to: chosen.id };
  }
  const typed = DatasetId.safeParse(await keys.line("id: "));
  if (typed.success) return { to: typed.data };
  out.print("that is no id: expected owner/name or a typed id such as github:owner/repo");
  return {};
};

const numbered = <Word extends string>(words: readonly Word[]): readonly (readonly [string, Word])[] =>
  words.map((word, index) => [String(index + 1), word]);

const choose = async <Word extends string>(
  keys: KeySource,
  out: Out,
  choices: readonly (readonly [string, Word])[],
): Promise<Word | undefined> => {
  out.print(`${choices.map(([key, word]) => `${key} ${word}`).join(", ")}; escape to leave it`);
  const key = await keys.key();
  return choices.find(([name]) => name === key)?.[1];
};
