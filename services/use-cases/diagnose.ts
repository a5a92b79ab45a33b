import { existsSync } from "node:fs";
import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openEmbedded } from "../../graph/engines/embedded/open-embedded.ts";
import { type Config, type ConfigOptions, parseConfig } from "../config.ts";
import { checkMirror } from "../mirror/check-mirror.ts";
import { projectFolder } from "../project-folder.ts";
import { createEndpoints } from "../sources/source-endpoints.ts";
import { diagnoseNeo4j } from "./diagnose-neo4j.ts";
import type { Finding } from "./finding.ts";

interface DiagnoseInput {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly options: ConfigOptions;
  readonly fetch: typeof fetch;
}

const MINIMUM_NODE = [20, 19] as const;
const REACH_TIMEOUT_MS = 5_000;

/** Looks at everything that the program needs, one thing after the other; a fault in one does not hide the next. */
export async function* diagnose({
  environment,
  options,
  fetch,
}: DiagnoseInput): AsyncGenerator<Finding, void> {
  yield checkNode(process.versions.node);
  const config = readConfig(environment, options);
  if ("verdict" in config) {
    yield config;
    return;
  }
  yield { subject: "configuration", verdict: "good", detail: `data in ${config.dataFolder}` };
  yield await checkFolder(config.dataFolder);
  if (config.neo4j === undefined) yield await checkEngine(config.dataFolder);
  else yield* diagnoseNeo4j(config.neo4j);
  yield checkExplorer();
  if (config.mirrorFolder === undefined) yield* checkEndpoints(config, fetch);
  else yield await checkMirrorFolder(config.mirrorFolder);
  yield checkTokens(config);
  yield await checkLanguageModel(config, fetch);
}

const checkNode = (version: string): Finding => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [needMajor, needMinor] = MINIMUM_NODE;
  const isEnough = major > needMajor || (major === needMajor && minor >= needMinor);
  const subject = "node";
  if (isEnough) return { subject, verdict: "good", detail: version };
  const detail = `${version} is too old; ${MINIMUM_NODE.join(".")} or newer is needed`;
  return { subject, verdict: "missing", detail, remedy: "install a current Node.js from https://nodejs.org" };
};

const readConfig = (environment: DiagnoseInput["environment"], options: ConfigOptions): Config | Finding => {
  try {
    return parseConfig(environment, options);
  } catch (error) {
    const remedy = ".env.example lists every variable";
    return { subject: "configuration", verdict: "missing", detail: toMessage(error), remedy };
  }
};

const checkFolder = async (folder: string): Promise<Finding> => {
  const subject = "data folder";
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return { subject, verdict: "good", detail: `${folder} can be written` };
  } catch (error) {
    return { subject, verdict: "missing", detail: toMessage(error), remedy: "choose another --data folder" };
  }
};

const checkEngine = async (folder: string): Promise<Finding> => {
  const subject = "graph engine";
  try {
    const database = await openEmbedded({ folder: join(folder, "graph") });
    await database.close();
    return { subject, verdict: "good", detail: "the embedded engine opens the graph" };
  } catch (error) {
    const remedy = "end the other stemma process, or run npm ci again if the engine's package is missing";
    return { subject, verdict: "missing", detail: toMessage(error), remedy };
  }
};

const checkExplorer = (): Finding => {
  const folder = join(projectFolder(), "dist", "ui");
  const subject = "explorer";
  if (existsSync(join(folder, "index.html")))
    return { subject, verdict: "good", detail: `built in ${folder}` };
  return { subject, verdict: "optional", detail: "not built", remedy: "npx vite build ui" };
};

const checkMirrorFolder = async (folder: string): Promise<Finding> => {
  const subject = "mirror";
  try {
    await checkMirror(folder);
    return { subject, verdict: "good", detail: `${folder} answers instead of the network` };
  } catch (error) {
    const remedy = "point --mirror at a folder laid out like examples/mirror";
    return { subject, verdict: "missing", detail: toMessage(error), remedy };
  }
};

async function* checkEndpoints(config: Config, fetch: DiagnoseInput["fetch"]): AsyncGenerator<Finding, void> {
  const endpoints = createEndpoints(config.endpoints);
  const probes = [
    ["hub", `${endpoints.hub}/api/datasets?limit=1`],
    ["github", endpoints.githubApi],
    ["github raw", endpoints.githubRaw],
    ["arxiv", `${endpoints.arxivApi}/api/query?max_results=1&search_query=all:data`],
  ] as const;
  for (const [subject, url] of probes) {
    const failure = await reach(fetch, url);
    const { host } = new URL(url);
    if (failure === undefined) yield { subject, verdict: "good", detail: `${host} answers` };
    else {
      const remedy = "check the network and proxy, or work from a folder: --mirror examples/mirror";
      yield { subject, verdict: "missing", detail: `${host} does not answer: ${failure}`, remedy };
    }
  }
}

/** Undefined when the address answers with anything below 500; otherwise why not. */
const reach = async (fetch: DiagnoseInput["fetch"], url: string): Promise<string | undefined> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(REACH_TIMEOUT_MS), redirect: "manual" });
    await response.body?.cancel();
    return response.status < 500 ? undefined : `status ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return cause instanceof Error && cause.message !== "" ? cause.message : toMessage(error);
  }
};

const checkTokens = ({ hubToken, githubToken }: Config): Finding => {
  const absent = [hubToken === undefined ? "HF_TOKEN" : "", githubToken === undefined ? "GITHUB_TOKEN" : ""];
  const names = absent.filter((name) => name !== "");
  const subject = "tokens";
  if (names.length === 0) return { subject, verdict: "good", detail: "HF_TOKEN and GITHUB_TOKEN are set" };
  const remedy = "set them for gated datasets and higher rate limits";
  return { subject, verdict: "optional", detail: `no ${names.join(", no ")}`, remedy };
};

const checkLanguageModel = async (
  { languageModel }: Config,
  fetch: DiagnoseInput["fetch"],
): Promise<Finding> => {
  const subject = "language model";
  if (languageModel === undefined) {
    const remedy = "set STEMMA_MODEL, and OPENAI_API_KEY or OPENAI_BASE_URL, to let one judge candidates too";
    return { subject, verdict: "optional", detail: "none; the rules trace alone", remedy };
  }
  const failure = await reach(fetch, languageModel.baseUrl);
  if (failure === undefined) {
    return { subject, verdict: "good", detail: `${languageModel.name} at ${languageModel.baseUrl}` };
  }
  const detail = `${languageModel.baseUrl} does not answer: ${failure}`;
  return {
    subject,
    verdict: "missing",
    detail,
    remedy: "start the endpoint, correct OPENAI_BASE_URL, or unset STEMMA_MODEL",
  };
};

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
