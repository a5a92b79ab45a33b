import type { Dataset } from "../../../../schema/dataset.ts";
import type { Document } from "../../../../schema/document.ts";

type Citable = Pick<
  Dataset,
  | "id"
  | "name"
  | "owner"
  | "registry"
  | "url"
  | "createdAt"
  | "hubMonth"
  | "paperMonth"
  | "tracedAt"
  | "licence"
>;

/** What a list of references says of one thing. Facts that nobody knows are absent. */
export interface Citation {
  readonly id: string;
  /** Who published it, as the registry writes them. */
  readonly author?: string;
  readonly title: string;
  readonly year?: string;
  readonly month?: string;
  /** Where it lives, in words. */
  readonly place?: string;
  readonly url?: string;
  /** YYYY-MM-DD: when its documents were read. */
  readonly readOn?: string;
  /** Commit or version that was read. */
  readonly revision?: string;
  readonly licence?: string;
  readonly arXiv?: string;
}

/** @param documents what was read of it, if that is known */
export const toCitation = (dataset: Citable, documents: readonly Document[] = []): Citation => {
  const { id, registry } = dataset;
  const local = registry === "huggingface" ? id : id.slice(id.indexOf(":") + 1);
  const arXiv = registry === "paper" ? ARXIV.exec(local)?.[0] : undefined;
  const own = documents.find((one) => one.kind === OWN_DOCUMENT[registry]);
  const date = dataset.createdAt ?? dataset.paperMonth ?? dataset.hubMonth ?? (arXiv && monthOf(arXiv));
  const readAt = own?.retrievedAt ?? dataset.tracedAt;
  const author = dataset.owner ?? ownerOf(registry, local);
  const url = dataset.url ?? addressOf(registry, local);
  return withoutAbsent({
    id,
    author,
    // A card and a GitHub page often have no better title than the name, or their own chapters'.
    title: registry === "paper" || registry === "website" ? (own?.title ?? dataset.name) : dataset.name,
    year: date?.slice(0, 4),
    month: date?.slice(5, 7),
    place: PLACES[registry],
    url,
    readOn: readAt?.slice(0, "YYYY-MM-DD".length),
    revision: own?.revision,
    licence: dataset.licence,
    arXiv,
  });
};

const PLACES = {
  huggingface: "Hugging Face Hub",
  github: "GitHub",
  website: undefined,
  paper: undefined,
  kaggle: "Kaggle",
  name: undefined,
} satisfies Record<Dataset["registry"], string | undefined>;

const OWN_DOCUMENT = {
  huggingface: "card",
  github: "github",
  website: "blog",
  paper: "paper",
  kaggle: undefined,
  name: undefined,
} satisfies Record<Dataset["registry"], Document["kind"] | undefined>;

const ARXIV = /^\d{4}\.\d{4,5}(?=v\d+$|$)/;

/** The first four digits of an arXiv id are year and month, from April 2007 on. */
const monthOf = (arXiv: string): string => `20${arXiv.slice(0, 2)}-${arXiv.slice(2, 4)}`;

const ownerOf = (registry: Dataset["registry"], local: string): string | undefined => {
  if (registry === "website") return local.split("/")[0];
  return registry !== "name" && registry !== "paper" && local.includes("/") ? local.split("/")[0] : undefined;
};

const addressOf = (registry: Dataset["registry"], local: string): string | undefined => {
  switch (registry) {
    case "huggingface":
      return `https://huggingface.co/datasets/${local}`;
    case "github":
      return `https://github.com/${local}`;
    case "website":
      return `https://${local}`;
    case "kaggle":
      return `https://www.kaggle.com/datasets/${local}`;
    case "paper":
      return ARXIV.test(local) ? `https://arxiv.org/abs/${local}` : undefined;
    case "name":
      return undefined;
    default:
      return registry satisfies never;
  }
};

type Optional = { readonly [Field in keyof Citation]: Citation[Field] | undefined };

const withoutAbsent = (fields: Optional): Citation =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as Citation;
