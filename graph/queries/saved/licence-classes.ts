/**
 * Licences by what they ask of those who build on the data, by the ids that the Hub uses. A help to look, not legal advice: a card may
 * be wrong, `other` and unknown licences are in no class, and terms of use of a model's provider are not licences of its model.
 */
export const LICENCE_CLASSES = {
  permissive: [
    "apache-2.0",
    "mit",
    "bsd-2-clause",
    "bsd-3-clause",
    "cc0-1.0",
    "cc-by-3.0",
    "cc-by-4.0",
    "cdla-permissive-1.0",
    "cdla-permissive-2.0",
    "odc-by",
    "pddl",
    "unlicense",
    "wtfpl",
  ],
  shareAlike: ["cc-by-sa-3.0", "cc-by-sa-4.0", "odbl", "gpl-2.0", "gpl-3.0", "agpl-3.0", "cdla-sharing-1.0"],
  nonCommercial: [
    "cc-by-nc-2.0",
    "cc-by-nc-3.0",
    "cc-by-nc-4.0",
    "cc-by-nc-sa-3.0",
    "cc-by-nc-sa-4.0",
    "cc-by-nc-nd-4.0",
    "fair-noncommercial-research-license",
  ],
  restricted: [
    "cc-by-nd-4.0",
    "gemma",
    "llama2",
    "llama3",
    "llama3.1",
    "llama3.2",
    "llama3.3",
    "llama4",
    "openrail",
    "bigscience-openrail-m",
  ],
} as const;
