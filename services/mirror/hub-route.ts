import { createHash } from "node:crypto";
import { type HubFile, type HubRepository, readHubRepository, toApiDataset } from "./hub-dataset.ts";
import type { HubIndex } from "./hub-index.ts";
import { createHubSearch } from "./hub-search.ts";
import type { MirrorFiles } from "./mirror-files.ts";
import {
  bytesReply,
  jsonReply,
  type MirrorReply,
  type MirrorRequest,
  type MirrorRoute,
  redirectReply,
} from "./mirror-reply.ts";
import type { ScriptedStates } from "./mirror-script.ts";

export interface HubRouteDeps {
  readonly files: MirrorFiles;
  readonly index: HubIndex;
  readonly states: ScriptedStates;
}

/** What a path asks of one dataset: its info, its file list or one file, at a revision. */
interface HubQuestion {
  readonly id: string;
  readonly verb: string | undefined;
  readonly revision: string;
  readonly path: string;
}

type Answer = (question: HubQuestion, repository: HubRepository) => MirrorReply;

/** `/api/datasets...`: listing, info, info at a revision, tree. */
export const createHubApiRoute = (deps: HubRouteDeps): MirrorRoute => {
  const search = createHubSearch(deps.files, deps.index);
  const answer = createAnswer(deps, (question, repository) => {
    if (question.verb === "tree") return toTree(question, repository, deps.states);
    if (question.verb !== undefined && question.verb !== "revision") return notFound("Not Found");
    return toInfo(repository, deps.states);
  });
  return async (request) => {
    if (request.segments.length === 0) return jsonReply(200, await search(request.query));
    return answer(request, toQuestion(request.segments, ["revision", "tree"]));
  };
};

/** `/datasets/<id>/resolve/<revision>/<path>` and `/raw/`. */
export const createHubFileRoute = (deps: HubRouteDeps): MirrorRoute => {
  const answer = createAnswer(deps, (question, repository) => toFile(question, repository, deps.states));
  return async (request) => {
    const question = toQuestion(request.segments, ["resolve", "raw"]);
    return question.verb === "resolve" || question.verb === "raw"
      ? answer(request, question)
      : notFound("Not Found");
  };
};

/** An id has one segment when a verb follows it directly (legacy), else two. */
const toQuestion = (segments: readonly string[], verbs: readonly string[]): HubQuestion => {
  const [first = "", second] = segments;
  const isLegacy = second === undefined || (verbs.includes(second) && segments.length > 2);
  const [verb, revision = "main", ...path] = segments.slice(isLegacy ? 1 : 2);
  return { id: isLegacy ? first : `${first}/${second}`, verb, revision, path: path.join("/") };
};

/** Everything that is the same for all questions: moved, scripted, missing, unknown revision. */
const createAnswer =
  ({ files, index, states }: HubRouteDeps, answer: Answer) =>
  async (request: MirrorRequest, question: HubQuestion): Promise<MirrorReply> => {
    const { id } = question;
    const entry = index.find(id);
    const failure = states.failure([id, ...(entry === undefined ? [] : [entry.id])]);
    if (failure !== undefined) return failure;
    const today = entry?.id ?? index.movedTo(id);
    if (today !== undefined && today !== id) return redirectReply(replaceId(request, id, today));
    if (entry === undefined && !states.isGated(id)) return repositoryNotFound(request);
    const repository = await readHubRepository(files, entry ?? { id, folders: [] });
    if (!isRevision(question.revision, repository))
      return hubError(404, "RevisionNotFound", "Invalid rev id");
    const reply = answer(question, repository);
    return isRefusal(reply) && request.headers.authorization !== undefined
      ? { ...reply, status: 403 }
      : reply;
  };

const toInfo = (repository: HubRepository, states: ScriptedStates): MirrorReply => {
  const { id, info, files, revision } = repository;
  const siblings = files.map(({ path }) => ({ rfilename: path }));
  const gated = isClosed(repository, states) ? { gated: info.gated === "auto" ? "auto" : "manual" } : {};
  return jsonReply(200, { ...toApiDataset(id, info), ...gated, sha: revision, siblings });
};

const toTree = ({ path }: HubQuestion, repository: HubRepository, states: ScriptedStates): MirrorReply => {
  if (isClosed(repository, states)) return gatedReply();
  if (path !== "") return entryNotFound();
  const entries = repository.files.map((file) => ({
    type: "file",
    oid: toEtag(file),
    size: file.bytes.length,
    path: file.path,
  }));
  return jsonReply(200, entries);
};

const toFile = ({ path }: HubQuestion, repository: HubRepository, states: ScriptedStates): MirrorReply => {
  if (isClosed(repository, states)) return gatedReply();
  const file = repository.files.find((candidate) => candidate.path === path);
  if (file === undefined) return entryNotFound();
  return bytesReply(file.bytes, {
    "content-type": "text/plain; charset=utf-8",
    etag: `"${toEtag(file)}"`,
    "x-repo-commit": repository.revision,
  });
};

/** Gated by the script, or gated on the Hub when the mirror was filled, so that no file could be copied. */
const isClosed = ({ id, info, files }: HubRepository, states: ScriptedStates): boolean =>
  states.isGated(id) || (info.gated !== undefined && info.gated !== false && files.length === 0);

const isRevision = (revision: string, repository: HubRepository): boolean =>
  ["main", "HEAD", "refs/heads/main", repository.revision].includes(revision);

const toEtag = ({ bytes }: HubFile): string => createHash("sha1").update(bytes).digest("hex");

/** The same question about today's id. */
const replaceId = (request: MirrorRequest, id: string, today: string): string => {
  const prefix = request.url.startsWith("/api/") ? "/api/datasets" : "/datasets";
  const tail = request.segments.slice(id.split("/").length);
  const path = [...today.split("/"), ...tail].map(encodeURIComponent).join("/");
  return `${prefix}/${path}${request.query.size === 0 ? "" : `?${request.query.toString()}`}`;
};

/** The message goes into a header too, so it is always one of ours and never repeats what was asked. */
const hubError = (status: number, code: string, message: string): MirrorReply =>
  jsonReply(status, { error: message }, { "x-error-code": code, "x-error-message": message });

const notFound = (message: string): MirrorReply => jsonReply(404, { error: message });

const entryNotFound = (): MirrorReply => hubError(404, "EntryNotFound", "Entry not found");

/** The Hub tells strangers 401 for what does not exist, so as not to reveal private repositories. */
const repositoryNotFound = (request: MirrorRequest): MirrorReply =>
  hubError(request.headers.authorization === undefined ? 401 : 404, "RepoNotFound", "Repository not found");

const gatedReply = (): MirrorReply =>
  hubError(401, "GatedRepo", "Access to this dataset is restricted. You must be authenticated to access it.");

const isRefusal = ({ headers }: MirrorReply): boolean => headers["x-error-code"] === "GatedRepo";
