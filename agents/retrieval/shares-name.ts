import type { DatasetId } from "../../schema/ids.ts";

/** Shortest part of a name that tells a dataset apart from others. */
const MIN_PART = 4;
const COMMON = new Set([
  "data",
  "dataset",
  "datasets",
  "train",
  "test",
  "instruct",
  "instruction",
  "chat",
  "math",
  "code",
  "sample",
  "preview",
  "mixture",
  "english",
  "synthetic",
  "reasoning",
  "preference",
  "corpus",
  "full",
  "filtered",
  "large",
  "small",
  "base",
  "bench",
  "benchmark",
  "text",
  "language",
  "model",
  "models",
  "with",
  "from",
  "open",
]);

/** Whether a title, key or repository name carries the dataset's own name, or a part of it that is no common word. */
export const sharesName = (text: string, target: DatasetId): boolean => {
  const wanted = squeeze(text);
  const name = target.slice(target.indexOf("/") + 1);
  if (squeeze(name).length >= MIN_PART && wanted.includes(squeeze(name))) return true;
  const parts = name.split(/[^\p{L}\p{N}]+/u).map((part) => squeeze(part));
  // The first part is the family's name ("NuminaMath-CoT"); later ones mostly say which variant it is.
  const [first = ""] = parts;
  return first.length >= MIN_PART && !COMMON.has(first) && !/^\d+$/.test(first) && wanted.includes(first);
};

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
