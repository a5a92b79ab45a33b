import type { Alias } from "../../../schema/dataset.ts";
import { AppError } from "../../../schema/errors.ts";
import type { Transaction } from "../../database.ts";
import { DETACH_ALIASES, FIND_ALIASES, SET_ALIASES } from "../../queries/commit.ts";
import { toAlias, toNumber } from "../../rows.ts";

/**
 * Strongest first: no trace goes against a reviewer, and what the registry says of its own ids counts more than what an author linked
 * or we concluded.
 */
const REASONS = [
  "decided",
  "renamed",
  "legacy",
  "linked",
  "resolved",
  "spelling",
] as const satisfies readonly Alias["reason"][];

/** Spellings are compared in lower case and without surrounding space. */
export const toAliasKey = (spelling: string): string => spelling.trim().toLowerCase();

/** The one that is kept of two meanings of a spelling: by reason, then by id, so that their order does not matter. */
const strongerAlias = (one: Alias, other: Alias): Alias => {
  const difference = REASONS.indexOf(one.reason) - REASONS.indexOf(other.reason);
  if (difference !== 0) return difference < 0 ? one : other;
  return one.datasetId <= other.datasetId ? one : other;
};

/** Writes the spellings; their datasets must exist. One of white space alone names nothing. */
export const commitAliases = async (transaction: Transaction, given: readonly Alias[]): Promise<void> => {
  const aliases = given
    .map((alias) => ({ ...alias, key: toAliasKey(alias.key) }))
    .filter(({ key }) => key !== "");
  if (aliases.length === 0) return;
  const keys = [...new Set(aliases.map(({ key }) => key))].sort();
  const known = new Map(
    (await transaction.run(FIND_ALIASES, { keys })).map(toAlias).map((alias) => [alias.key, alias]),
  );
  const merged = new Map(known);
  for (const alias of aliases) {
    const other = merged.get(alias.key);
    merged.set(alias.key, other === undefined ? alias : strongerAlias(other, alias));
  }
  const rows = [...merged.values()].filter((alias) => alias !== known.get(alias.key));
  if (rows.length === 0) return;
  await transaction.run(DETACH_ALIASES, { keys: rows.map(({ key }) => key) });
  const [answer] = await transaction.run(SET_ALIASES, { rows: rows.map((row) => ({ ...row })) });
  if (toNumber(answer?.["written"]) !== rows.length) {
    throw new AppError("an alias names a dataset that the graph lacks", {
      code: "INPUT_INVALID",
      context: { keys },
    });
  }
};
