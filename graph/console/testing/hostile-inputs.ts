import { EXPRESSIONS, EXPRESSION_PARAMETERS, OVERSIZED, ROWS } from "./hostile-loads.ts";
import { SURVIVORS, SURVIVOR_PARAMETERS } from "./hostile-survivors.ts";
import { COMMANDS, FILES, TRICKS, TRICK_PARAMETERS, WRITES } from "./hostile-texts.ts";

/** A text that tries to do harm. */
export interface HostileInput {
  readonly cypher: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Where a server must have time to begin with it, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Under a load that makes EXPLAIN take a second, these would not have begun to run. */
const SURVIVOR_TIMEOUT_MS = 2_000;

const withParameters = (texts: readonly string[], parameters = {}): readonly HostileInput[] =>
  texts.map((cypher) => ({ cypher, parameters }));

/** What people with bad intentions, or none, send to a console. */
export const HOSTILE_INPUTS: Readonly<Record<string, readonly HostileInput[]>> = {
  writes: withParameters(WRITES),
  commands: withParameters(COMMANDS),
  files: withParameters(FILES),
  tricks: withParameters(TRICKS, TRICK_PARAMETERS),
  rows: withParameters(ROWS),
  survivors: withParameters(SURVIVORS, SURVIVOR_PARAMETERS).map((input) => ({
    ...input,
    timeoutMs: SURVIVOR_TIMEOUT_MS,
  })),
  expressions: [...withParameters(EXPRESSIONS, EXPRESSION_PARAMETERS), ...OVERSIZED],
};
