import type { Session } from "neo4j-driver";
import type { Row } from "../../database.ts";
import { refuseFileAccess, toBareStatement } from "../statement-text.ts";
import { refusePluginFunctions, refuseUnlessReading, toPlanRows } from "./read-only-guard.ts";

/** A statement that passed: the text to run, or the plan when only that was asked for. */
export type CheckedStatement =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "plan"; readonly rows: readonly Row[] };

interface Statement {
  readonly cypher: string;
  readonly parameters: Record<string, unknown>;
  readonly timeoutMs: number;
}

/** Looks at statements before they run; remembers which texts passed. */
export interface StatementChecks {
  /** @throws AppError QUERY_NOT_READ_ONLY */
  check(session: Session, statement: Statement): Promise<CheckedStatement>;
  /** Another server may answer from now on. */
  forget(): void;
}

/** The project has some hundred statements; the others are what people type, once or a few times. */
const MAX_REMEMBERED = 500;
const MAX_REMEMBERED_LENGTH = 10_000;

export const createStatementChecks = (): StatementChecks => {
  const passed = new Set<string>();
  let functions: Promise<readonly string[]> | undefined;

  const pluginFunctions = (session: Session): Promise<readonly string[]> => {
    functions ??= listPluginFunctions(session);
    functions.catch(() => (functions = undefined));
    return functions;
  };
  const remember = (text: string): void => {
    if (text.length > MAX_REMEMBERED_LENGTH) return;
    passed.add(text);
    const [oldest] = passed;
    if (passed.size > MAX_REMEMBERED && oldest !== undefined) passed.delete(oldest);
  };
  const check = async (session: Session, statement: Statement): Promise<CheckedStatement> => {
    const { cypher, parameters, timeoutMs: timeout } = statement;
    if (passed.has(cypher)) return { kind: "text", text: toBareStatement(cypher).text };
    refuseFileAccess(cypher);
    const { text, explain } = toBareStatement(cypher);
    const { summary } = await session.run(`EXPLAIN ${text}`, parameters, { timeout });
    refuseUnlessReading(summary);
    refusePluginFunctions(text, await pluginFunctions(session));
    if (explain) return { kind: "plan", rows: summary.plan === false ? [] : toPlanRows(summary.plan) };
    remember(cypher);
    return { kind: "text", text };
  };
  return {
    check,
    forget: () => {
      passed.clear();
      functions = undefined;
    },
  };
};

const listPluginFunctions = async (session: Session): Promise<readonly string[]> => {
  const { records } = await session.run("SHOW USER DEFINED FUNCTIONS YIELD name");
  return records.map((record) => String(record.get("name")));
};
