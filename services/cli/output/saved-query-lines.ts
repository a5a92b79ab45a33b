import type { SavedQuery } from "../../../schema/cypher.ts";

/** What `query --list` prints of a saved query. */
export const savedQueryLines = ({ name, title, description, parameters, columns }: SavedQuery): string[] => [
  `${name}: ${title}`,
  `  ${description}`,
  ...parameters.map((parameter) => {
    const given =
      parameter.default === undefined ? `such as ${parameter.example}` : `default ${parameter.default}`;
    return `  --param ${parameter.name}=...  ${parameter.description} (${parameter.type}, ${given})`;
  }),
  `  gives ${columns.map((column) => column.name).join(", ")}`,
  "",
];
