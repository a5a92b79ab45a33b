import { DatasetId } from "../../schema/ids.ts";
import { toNameKey } from "./to-name-key.ts";

/**
 * Names of places and archives that documents take text from. They are no datasets of the Hub: a Hub dataset of the
 * same name is somebody's excerpt, and which one was meant nobody can say.
 */
const SOURCES: readonly (readonly [id: string, ...names: string[]])[] = [
  ["website:commoncrawl.org", "Common Crawl", "CommonCrawl"],
  [
    "website:wikipedia.org",
    "Wikipedia",
    "English Wikipedia",
    "Wikipedia dump",
    "Wikipedia dumps",
    "维基百科",
  ],
  ["website:wikimedia.org", "Wikimedia", "Wikimedia Commons"],
  ["website:wikidata.org", "Wikidata"],
  ["website:wikihow.com", "wikiHow"],
  ["website:reddit.com", "Reddit"],
  ["website:stackexchange.com", "Stack Exchange", "StackExchange"],
  ["website:stackoverflow.com", "Stack Overflow", "StackOverflow"],
  ["website:math.stackexchange.com", "Math StackExchange", "Mathematics Stack Exchange"],
  ["website:github.com", "GitHub", "Github code", "GitHub repositories"],
  ["website:arxiv.org", "arXiv", "arXiv papers"],
  ["website:pubmed.ncbi.nlm.nih.gov", "PubMed"],
  ["website:ncbi.nlm.nih.gov/pmc", "PubMed Central", "PMC"],
  ["website:leetcode.com", "LeetCode"],
  ["website:codeforces.com", "Codeforces"],
  ["website:atcoder.jp", "AtCoder"],
  ["website:codechef.com", "CodeChef"],
  ["website:hackerrank.com", "HackerRank"],
  ["website:hackerearth.com", "HackerEarth"],
  ["website:geeksforgeeks.org", "GeeksforGeeks"],
  ["website:kaggle.com", "Kaggle"],
  ["website:artofproblemsolving.com", "AoPS", "Art of Problem Solving", "AoPS forum"],
  ["website:quora.com", "Quora"],
  ["website:zhihu.com", "Zhihu", "知乎"],
  ["website:baidu.com", "Baidu", "百度"],
  ["website:baike.baidu.com", "Baidu Baike", "百度百科"],
  ["website:youtube.com", "YouTube"],
  ["website:twitter.com", "Twitter"],
  ["website:sharegpt.com", "ShareGPT.com"],
  ["website:gutenberg.org", "Project Gutenberg", "Gutenberg"],
  ["website:news.ycombinator.com", "Hacker News", "HackerNews"],
  ["website:quizlet.com", "Quizlet"],
  ["website:khanacademy.org", "Khan Academy"],
  ["website:brilliant.org", "Brilliant"],
  ["website:openstax.org", "OpenStax"],
  ["website:huggingface.co", "Hugging Face", "HuggingFace", "Hugging Face Hub"],
];

const BY_NAME: ReadonlyMap<string, DatasetId> = new Map(
  SOURCES.flatMap(([id, ...names]) => names.map((name) => [toNameKey(name), DatasetId.parse(id)] as const)),
);

/** The typed id of a well-known place off the Hub, or undefined for any other name. */
export const findWellKnownSource = (name: string): DatasetId | undefined => BY_NAME.get(toNameKey(name));

/**
 * Repositories of datasets that their own makers also keep on the Hub (MATH: the copy that is left of it). Documents link
 * to the one or the other; a benchmark that were two nodes would be found upstream under one name and missed under the other.
 */
const REPOSITORIES: readonly (readonly [repository: string, hubId: string])[] = [
  ["github:openai/grade-school-math", "openai/gsm8k"],
  ["github:hendrycks/math", "EleutherAI/hendrycks_math"],
  ["github:hendrycks/test", "cais/mmlu"],
  ["github:hendrycks/apps", "codeparrot/apps"],
  ["github:openai/human-eval", "openai/openai_humaneval"],
  ["github:idavidrein/gpqa", "Idavidrein/gpqa"],
  ["github:kbsdjames/omni-math", "KbsdJames/Omni-MATH"],
  ["github:flagopen/taco", "BAAI/TACO"],
  ["github:google-deepmind/code_contests", "deepmind/code_contests"],
  ["github:deepmind/code_contests", "deepmind/code_contests"],
  ["github:livecodebench/livecodebench", "livecodebench/code_generation_lite"],
  ["github:rowanz/hellaswag", "Rowan/hellaswag"],
  ["github:sylinrl/truthfulqa", "truthfulqa/truthful_qa"],
  ["github:tatsu-lab/stanford_alpaca", "tatsu-lab/alpaca"],
  ["github:sahil280114/codealpaca", "sahil2801/CodeAlpaca-20k"],
  ["github:databrickslabs/dolly", "databricks/databricks-dolly-15k"],
];

const HUB_IDS: ReadonlyMap<string, DatasetId> = new Map(
  REPOSITORIES.map(([repository, hubId]) => [repository, DatasetId.parse(hubId)]),
);

/** The Hub dataset that a repository's own makers keep, or undefined for any other repository. */
export const findHubIdOfRepository = (repository: DatasetId): DatasetId | undefined =>
  HUB_IDS.get(repository);
