import { findModelNames } from "./model-names.ts";

/** A name of an evaluation set in a text. */
export interface BenchmarkName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Evaluation sets by name, between bars; `~` stands for an optional space, hyphen or nothing. Facts, and open-ended. */
const KNOWN =
  "MMLU~Pro | MMLU~Redux | MMLU | CMMLU | C-Eval | CEval | AGI~Eval | GSM8K | GSM~Plus | GSM~Hard | GSM1K | GSM-Symbolic | MGSM | MATH~500 | " +
  "Omni-MATH | OmniMATH | MathVista | MathVerse | MathVision | MATH-Vision | MATH | Minerva~Math | OlympiadBench | Olympiad Bench | " +
  "AIME | AMC~12 | AMC~10 | AMC | HMMT | IMO-AnswerBench | GPQA~Diamond | GPQA | SuperGPQA | HumanEval | MBPP | EvalPlus | LiveCodeBench | LiveBench | BigCodeBench | CodeContests | Code Contests | " +
  "CodeForces | LeetCode | APPS | TACO | SWE-bench | CRUXEval | MultiPL-E | DS-1000 | BIG-Bench~Hard | BIG-bench | BBH | ARC~easy | ARC~challenge | ARC-e | ARC-c | ARC | HellaSwag | PIQA | " +
  "SIQA | Social IQA | WinoGrande | OpenBookQA | BoolQ | CommonsenseQA | CSQA | LAMBADA | RACE | SQuAD | DROP | TriviaQA | Natural Questions | NaturalQuestions | TruthfulQA | " +
  "MT~Bench | AlpacaEval | Arena~Hard | WildBench | IFEval | IFBench | GPT4All | ToxiGen | RewardBench | HarmBench | XSTest | BFCL | ToolBench | RULER | LongBench | InfiniteBench | " +
  "SVAMP | ASDiv | MAWPS | AQuA | SAT Math | Gaokao | TheoremQA | SciBench | SciQ | MedQA | MedMCQA | PubMedQA | ScienceQA | MMMU~Pro | MMMU | MMBench | MM-Vet | MME | POPE | ChartQA | DocVQA | " +
  "TextVQA | OCRBench | AI2D | BEIR | MTEB | MS MARCO | FLORES~200 | FLORES | WMT | SuperGLUE | GLUE | HELM | Open LLM Leaderboard | PolyMath | ProcessBench | Humanity's Last Exam | HLE | SimpleQA | MuSR | ZebraLogic | BrowseComp | GAIA";

const escapeName = (name: string): string =>
  name.replace(/[.*+?^${}()[\]\\]/g, "\\$&").replaceAll("~", "[ -]?");
const names = KNOWN.split("|")
  .map((name) => name.trim())
  .toSorted((a, b) => b.length - a.length);
/** Years, sizes and parts that belong to the name: "AIME 2024", "HumanEval+", "ARC (easy)". */
const TAIL = String.raw`(?:[ -]?(?:20)?2\d(?!\d)|[ -](?:I{1,2}|V\d|v\d|Diamond|Hard|Lite|Verified|Full)(?!\w)|\+)?`;
const CASED = new Set([
  "MATH",
  "APPS",
  "DROP",
  "RACE",
  "ARC",
  "TACO",
  "GLUE",
  "POPE",
  "HELM",
  "RULER",
  "GAIA",
  "MME",
  "WMT",
]);
const BENCHMARK = new RegExp(
  `(?<![\\w/-])(?:${names.map(escapeName).join("|")})${TAIL}(?![A-Za-z0-9])`,
  "gi",
);
/** Words that are built like a benchmark's name: "QuuxBench", "LegalEval", "FooQA". */
const BUILT = /(?<![\w/-])[A-Z][\w-]{0,40}(?:Bench|BENCH|Eval|EVAL|QA|Math|MATH)[\w+-]{0,20}(?![\w/])/g;
/** `owner/name`; a pair of plain words ("yes/no") is none. */
const HUB_ID = /(?<![\w/.:@-])[A-Za-z][\w.-]{1,60}\/[A-Za-z][\w.-]{1,60}(?![\w/])/g;

const isHubId = (text: string): boolean => /[-_\d]/.test(text) && findModelNames(text).length === 0;

const isRight = (found: string): boolean => {
  const known = [...CASED].find((name) => found.toUpperCase().startsWith(name));
  return known === undefined || found.startsWith(known);
};

/** Finds names of evaluation sets, in order and without overlaps. */
export const findBenchmarkNames = (text: string): readonly BenchmarkName[] => {
  const ids = [...text.matchAll(HUB_ID)].filter((match) => isHubId(match[0]));
  const found = [...text.matchAll(BENCHMARK), ...text.matchAll(BUILT), ...ids].filter((match) =>
    isRight(match[0]),
  );
  const kept: BenchmarkName[] = [];
  for (const match of found.toSorted((a, b) => a.index - b.index || b[0].length - a[0].length)) {
    const name = match[0].replace(/[.-]+$/, "");
    if (match.index >= (kept.at(-1)?.end ?? 0)) {
      kept.push({ name, start: match.index, end: match.index + name.length });
    }
  }
  return kept;
};
