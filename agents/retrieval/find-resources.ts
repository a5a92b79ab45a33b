import type { DatasetId } from "../../schema/ids.ts";
import type { DocumentStructure } from "../document/document-structure.ts";
import type { Resource } from "../ports.ts";
import { readBibtex } from "./read-bibtex.ts";
import type { BibtexEntry } from "./read-bibtex.ts";
import { scoreLink } from "./score-link.ts";
import { sharesName } from "./shares-name.ts";
import { resourceKey, toArxivId, toResource } from "./to-resource.ts";

export interface FindResourcesInput {
  readonly target: DatasetId;
  readonly structure: DocumentStructure;
  /** The Hub's tags; `arxiv:` ones are made from every arXiv link of the card, so they only confirm. */
  readonly tags: readonly string[];
}

export interface RankedResource {
  readonly resource: Resource;
  /** Whether it describes this dataset, or is only cited. */
  readonly role: "describes" | "cited";
  /** Sum of the signs that it describes the dataset. */
  readonly strength: number;
}

/** From this strength on a resource is taken to describe the dataset. */
const DESCRIBES_FROM = 3;
/** More papers, repositories or posts than this describe no dataset; the strongest are read. */
const MAX_OF_A_KIND = 3;
const SOLE_PAPER = 2;
const OWN_CITATION = 3;
const FIRST_CITATION = 2;

/**
 * Sorts what a card links to into resources that describe its dataset and resources that it only cites, the strongest
 * first. At most three of a kind describe it. A paper that is known by its title alone is looked for when no paper
 * with an id describes the dataset.
 */
export const findResources = (input: FindResourcesInput): readonly RankedResource[] => {
  const found = new Map<string, { resource: Resource; strength: number; order: number }>();
  for (const { resource, strength, order } of [...linked(input), ...cited(input), ...tagged(input)]) {
    const known = found.get(resourceKey(resource));
    // The best sign decides; that a thing is linked again says little.
    if (known === undefined) found.set(resourceKey(resource), { resource, strength, order });
    else known.strength = Math.max(known.strength, strength) + REPEATED;
  }
  const all = [...found.values()].sort(
    (one, other) => other.strength - one.strength || one.order - other.order,
  );
  return withRoles(raiseSolePaper(all));
};

const REPEATED = 0.25;

/** The resources to read: those that describe the dataset, strongest first. */
export const describing = (ranked: readonly RankedResource[]): readonly Resource[] =>
  ranked.filter(({ role }) => role === "describes").map(({ resource }) => resource);

interface Sign {
  readonly resource: Resource;
  readonly strength: number;
  readonly order: number;
}

const linked = ({ structure, target }: FindResourcesInput): Sign[] =>
  structure.links.flatMap((link) => {
    const resource = link.form === "image" ? undefined : toResource(link.url);
    return resource === undefined
      ? []
      : [{ resource, strength: scoreLink({ link, structure, target, resource }), order: link.start }];
  });

/** Papers of the BibTeX entries: the card's own citation is its first, or one that carries the dataset's name. */
const cited = ({ structure, target }: FindResourcesInput): Sign[] =>
  readBibtex(structure.text).flatMap((entry, index) => {
    const resource = toPaper(entry);
    if (resource === undefined) return [];
    const names = sharesName(`${entry.key} ${entry.title ?? ""}`, target);
    return [
      { resource, strength: names ? OWN_CITATION + 1 : index === 0 ? FIRST_CITATION : 0, order: entry.start },
    ];
  });

const toPaper = ({ arxivId, title }: BibtexEntry): Resource | undefined => {
  if (arxivId !== undefined) return { kind: "paper", arxivId };
  return title === undefined ? undefined : { kind: "paper-title", title };
};

const tagged = ({ tags, structure }: FindResourcesInput): Sign[] =>
  tags.flatMap((tag) => {
    const arxivId = tag.startsWith("arxiv:") ? toArxivId(tag) : undefined;
    return arxivId === undefined
      ? []
      : [{ resource: { kind: "paper" as const, arxivId }, strength: 0, order: structure.text.length }];
  });

/** The only paper of a card is most often the dataset's own; of several, only signs can tell. */
const raiseSolePaper = (all: readonly Sign[]): readonly Sign[] => {
  const papers = all.filter(({ resource }) => resource.kind === "paper");
  return papers.length === 1
    ? all.map((sign) => (sign === papers[0] ? { ...sign, strength: sign.strength + SOLE_PAPER } : sign))
    : all;
};

const withRoles = (all: readonly Sign[]): readonly RankedResource[] => {
  const counts = new Map<string, number>();
  const hasOwnPaper = all.some(
    ({ resource, strength }) => resource.kind === "paper" && strength >= DESCRIBES_FROM,
  );
  return [...all]
    .sort((one, other) => other.strength - one.strength || one.order - other.order)
    .map(({ resource, strength }) => {
      const kind = resource.kind === "paper-title" ? "paper" : resource.kind;
      const count = counts.get(kind) ?? 0;
      const isRead =
        strength >= DESCRIBES_FROM &&
        count < MAX_OF_A_KIND &&
        !(resource.kind === "paper-title" && hasOwnPaper);
      if (isRead) counts.set(kind, count + 1);
      return { resource, role: isRead ? "describes" : "cited", strength };
    });
};
