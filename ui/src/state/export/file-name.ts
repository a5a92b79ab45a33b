const LONGEST = 80;

/**
 * What a file of a view is called, on any system.
 *
 * @example toFileName("openai/gsm8k", "nodes.csv") // "stemma-openai-gsm8k-nodes.csv"
 */
export const toFileName = (subject: string | undefined, ending: string): string => {
  const slug = (subject ?? "graph")
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}._]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, LONGEST);
  const [first = "", ...rest] = ending.split(".");
  return rest.length === 0 ? `stemma-${slug}.${first}` : `stemma-${slug}-${first}.${rest.join(".")}`;
};
