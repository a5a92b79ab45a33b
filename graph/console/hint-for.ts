import { RUNS_ALL_OF_CYPHER_5 } from "../engines/engine-differences.ts";

interface Asked {
  readonly cypher: string;
  readonly engine: "embedded" | "neo4j";
}

type Rule = readonly [form: RegExp, hint: string];

/** Forms of Neo4j 5 that the embedded engine refuses, and what to write instead: docs/cypher.md has them with examples. */
const FORMS: readonly Rule[] = [
  [/^\s*CYPHER\b/i, "Leave out the CYPHER prefix"],
  [
    /\(\s*\w*\s*:\s*(?:!|\(|[\w`]+\s*[|&])/,
    "Instead of (n:A|B) write (n) WHERE n:A OR n:B; instead of (n:!A) write (n) WHERE NOT n:A",
  ],
  [/\(\s*\w*\s*(?::\s*[\w`]+\s*)*(?:\{[^}]*\}\s*)?WHERE\b/i, "Move WHERE out of the node: MATCH (n) WHERE …"],
  [
    /(?:->|\]-|--|\))\s*(?:\{\s*\d*\s*,?\s*\d*\s*\}|\+)/,
    "Instead of a quantified path such as ->{1,8} write -[:TYPE*1..8]->",
  ],
  [
    /\b(?:ANY|ALL)?\s*SHORTEST\b(?!\s*Path)/i,
    "Instead of SHORTEST write MATCH p = shortestPath((a)-[:TYPE*]->(b))",
  ],
  [/\bCOLLECT\s*\{/i, "Instead of COLLECT { … } write CALL { WITH n MATCH … RETURN collect(x) AS xs }"],
  [
    /\b(?:EXISTS|COUNT)\s*\{[^}]*\b(?:RETURN|WITH)\b/i,
    "Leave RETURN and WITH out of EXISTS { } and COUNT { }: MATCH and WHERE are enough",
  ],
  [
    /\b(?:duration\s*\.\s*\w+|date\s*\.\s*truncate|datetime\s*\.\s*\w+)\s*\(/i,
    "Dates are ISO texts in the graph: compare and cut them as texts, such as left(d.createdAt, 7)",
  ],
  [/\b(?:LIMIT|SKIP)\s+(?!\d+\b|\$)/i, "LIMIT and SKIP take a whole number or a parameter"],
  [/\bround\s*\([^()]*(?:\([^()]*\)[^()]*)*,/i, "Instead of round(x, 2) write round(x * 100) / 100.0"],
  [/\bIS\s+(?:NOT\s+)?::/i, "Types cannot be tested with IS ::"],
  [/\[\s*\w+\s*=\s*\(/, "A pattern comprehension cannot name its path; give back what you need of its nodes"],
];

/** By what the engine says, where the form alone does not tell. */
const MESSAGES: readonly Rule[] = [
  [/Aggregate function/, "Aggregate in a WITH first, under a name: WITH d, count(x) AS n RETURN {n: n}"],
  [/Undefined variable/, "A WITH passes on only what it names; name in it what a later WHERE or RETURN uses"],
  [/Missing parameter/, "Give it with --param name=value, or in `parameters`"],
];

export interface Hint {
  readonly text: string;
  /** Offset of the form that only Neo4j takes; absent when the engine's message told. */
  readonly at?: number;
}

/** The form that both engines run, when a text that the embedded engine refuses has one that only Neo4j takes. */
export const hintFor = ({ cypher, engine }: Asked, message: string): Hint | undefined => {
  if (RUNS_ALL_OF_CYPHER_5[engine]) return undefined;
  const bare = withoutTexts(cypher);
  for (const [form, text] of FORMS) {
    const at = form.exec(bare)?.index;
    if (at !== undefined) return { text, at };
  }
  const told = MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
  return told === undefined ? undefined : { text: told };
};

/** What stands in quotes or comments has no form. Keeps its length, so that places stay. */
const withoutTexts = (cypher: string): string =>
  cypher
    .replaceAll(
      /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/g,
      (text) => `'${" ".repeat(text.length - 2)}'`,
    )
    .replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\n]*/g, (text) => " ".repeat(text.length));
