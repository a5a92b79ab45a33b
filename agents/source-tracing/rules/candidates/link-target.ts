import { isHubId } from "../../../../schema/id-text.ts";
import type { TargetKind } from "./mention.ts";

export interface LinkTarget {
  readonly kind: TargetKind;
  readonly hubId?: string;
  /** What the address itself calls the thing: a repository's name, a host. */
  readonly name?: string;
}

const HUB_HOST = /^(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)$/;
const HUB_PAGES = new Set(
  "datasets models spaces docs blog papers collections settings join login pricing tasks learn organizations chat posts".split(
    " ",
  ),
);
const ARCHIVE_HOST =
  /(?:^|\.)(?:kaggle\.com|modelscope\.cn|zenodo\.org|openml\.org|dataverse\.[\w.]+|figshare\.com|archive\.org|opendatalab\.(?:com|org\.cn)|data\.mendeley\.com|tensorflow\.org|paperswithcode\.com)$/;
const PAPER_HOST =
  /(?:^|\.)(?:arxiv\.org|aclanthology\.org|aclweb\.org|openreview\.net|doi\.org|semanticscholar\.org|dl\.acm\.org|ieeexplore\.ieee\.org|springer\.com|nature\.com|papers\.nips\.cc|proceedings\.mlr\.press|openaccess\.thecvf\.com)$/;
const OWNER_AND_NAME = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;

/** Reads an address as the document writes it: with or without scheme, or only `owner/name`. */
export const readLinkTarget = (url: string): LinkTarget => {
  const address = url.trim();
  if (address === "" || address.startsWith("#") || address.startsWith("mailto:")) return { kind: "none" };
  if (OWNER_AND_NAME.test(address) && !/\.(?:md|png|jpe?g|json|txt|pdf|py|csv|html?|svg)$/i.test(address)) {
    return hubDataset(address);
  }
  const relative = /^\/?datasets\/([^?#\s]+)/.exec(address)?.[1];
  if (relative !== undefined) return hubDataset(relative);
  const match = /^(?:https?:)?(?:\/\/)?([\w.-]+\.[a-z]{2,})(?::\d+)?(\/[^?#\s]*)?/i.exec(address);
  const host = match?.[1]?.toLowerCase();
  if (host === undefined) return { kind: "none" };
  const path = (match?.[2] ?? "").split("/").filter((part) => part !== "");
  if (HUB_HOST.test(host)) return hubTarget(path);
  if (host === "github.com" || host === "raw.githubusercontent.com") return named("github", path[1], path[0]);
  if (host.endsWith(".github.io")) return named("github", path[0], host.split(".")[0]);
  if (ARCHIVE_HOST.test(host)) return named("archive", archiveName(path), host);
  if (PAPER_HOST.test(host)) return { kind: "paper" };
  return { kind: "website", name: host.replace(/^www\./, "") };
};

const named = (kind: TargetKind, name: string | undefined, other: string | undefined): LinkTarget => {
  const found = (name ?? other)?.replace(/\.git$/, "");
  return found === undefined ? { kind } : { kind, name: found };
};

const archiveName = (path: readonly string[]): string | undefined => {
  const at = path.findIndex(
    (part) => part === "datasets" || part === "details" || part === "dataset" || part === "download",
  );
  return at === -1 ? path.at(-1) : (path[at + 2] ?? path[at + 1]);
};

const hubTarget = (path: readonly string[]): LinkTarget => {
  if (path[0] === "datasets") return hubDataset(path.slice(1).join("/"));
  if (path[0] === undefined || HUB_PAGES.has(path[0]))
    return { kind: path[0] === "papers" ? "paper" : "hub-other" };
  return path[1] === undefined ? { kind: "hub-other" } : { kind: "hub-model", name: path[1] };
};

const hubDataset = (path: string): LinkTarget => {
  const parts = path.split("/").filter((part) => part !== "");
  const isLegacy =
    parts.length === 1 ||
    parts[1] === "tree" ||
    parts[1] === "blob" ||
    parts[1] === "viewer" ||
    parts[1] === "resolve";
  const id = (isLegacy ? parts.slice(0, 1) : parts.slice(0, 2)).join("/").replace(/[.,;:)]+$/, "");
  if (!isHubId(id)) return { kind: "hub-other" };
  return { kind: "hub-dataset", hubId: id, name: id.split("/").at(-1) ?? id };
};
