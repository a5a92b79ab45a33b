import type { SourceClaim } from "../../../schema/claim.ts";
import type { DocumentView } from "./document-view.ts";

const readSpan = ({ visible }: DocumentView, { span }: SourceClaim): string =>
  visible.slice(span.start, span.end).replace(/\s+/g, " ").trim();

const isIdentified = ({ hubId, link }: SourceClaim): boolean => hubId !== undefined || link !== undefined;

const isInside = (inner: SourceClaim, outer: SourceClaim): boolean =>
  outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;

/** Whether the name stands in its quote as a part of linked names alone: "Rivers" where [Grand Rivers] is linked. */
export const isPartOfNames = (
  view: DocumentView,
  claim: SourceClaim,
  sources: readonly SourceClaim[],
): boolean => {
  if (isIdentified(claim)) return false;
  const text = readSpan(view, claim);
  const linked = sources.filter(isIdentified).map(({ name }) => name);
  const wholes = [...new Set([...linked, ...anchorsIn(view, claim)])]
    .filter((name) => name.length > claim.name.length && name.includes(claim.name) && text.includes(name))
    .toSorted((one, other) => other.length - one.length);
  if (wholes.length === 0) return false;
  return !wholes.reduce((left, name) => left.replaceAll(name, " "), text).includes(claim.name);
};

const anchorsIn = ({ structure }: DocumentView, { span }: SourceClaim): readonly string[] =>
  structure.links
    .filter((link) => span.start <= link.start && link.end <= span.end)
    .map(({ text }) => text.replace(/\s+/g, " "));

const MARKS = String.raw`[\s\-*•#\d.)|]*`;
const REMARK = String.raw`\s*(?:[(（][^()（）]{0,40}[)）])?\s*[:：]`;

/** Whether the name is what an item calls a part of the target, before it says of which linked source that part is. */
export const isLabel = (
  view: DocumentView,
  claim: SourceClaim,
  believed: readonly SourceClaim[],
): boolean => {
  if (isIdentified(claim)) return false;
  const text = readSpan(view, claim);
  const at = text.indexOf(claim.name);
  if (at === -1 || !new RegExp(`^${MARKS}$`).test(text.slice(0, at))) return false;
  if (!new RegExp(`^${REMARK}`).test(text.slice(at + claim.name.length))) return false;
  return believed.some((other) => isIdentified(other) && (isInside(other, claim) || isInside(claim, other)));
};

const PLAIN_WORDS = /^(?:the |a |an )?\p{Ll}[\p{Ll}\s-]*$/u;

/**
 * Whether the name only describes a source that the same row or sentence links: a plain word in another cell, the words
 * before an address ("the forum threads of https://..."), or the site that the address is on.
 */
export const isDescription = (
  view: DocumentView,
  claim: SourceClaim,
  believed: readonly SourceClaim[],
): boolean => {
  if (isIdentified(claim) || !PLAIN_WORDS.test(claim.name)) return false;
  const raw = view.text.slice(claim.span.start, claim.span.end);
  const beside = believed.filter(
    (other) => isIdentified(other) && (isInside(other, claim) || isInside(claim, other)),
  );
  if (beside.length === 0) return false;
  if (raw.trimStart().startsWith("|")) return true;
  const after = raw.slice(raw.indexOf(claim.name) + claim.name.length);
  return (
    /^[\s:,]*(?:<|\[[^\]]*\]\()?https?:\/\//.test(after) ||
    beside.some(({ link }) => isSiteOf(claim.name, link))
  );
};

const isSiteOf = (name: string, link: string | undefined): boolean =>
  link !== undefined && URL.canParse(link) && new URL(link).hostname.split(".").includes(name.toLowerCase());
