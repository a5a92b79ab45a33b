import { isHubId } from "../../../schema/id-text.ts";
import { DatasetId, toNameId } from "../../../schema/ids.ts";

/**
 * The id of a dataset that a published lineage writes as free text: a Hub id, an address, or a name. What it says of the name's
 * existence decides only for names without an owner: a few old Hub datasets have none.
 */
export const toPublishedId = (text: string, isOnHub: boolean): DatasetId => {
  const name = text.trim();
  const typed = fromAddress(name) ?? fromKaggleNote(name) ?? fromHost(name);
  if (typed !== undefined) return typed;
  if (isHubId(name) && (name.includes("/") || isOnHub)) return DatasetId.parse(name);
  return toNameId(name);
};

const fromAddress = (text: string): DatasetId | undefined => {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = url.hostname.replace(/^www\./, "");
  const [first = "", second = "", third = "", fourth = ""] = url.pathname.split("/").slice(1);
  switch (host) {
    case "huggingface.co":
      return first === "datasets" ? parse(`${second}/${third}`) : toWebsite(host, url.pathname);
    case "github.com":
      return parse(`github:${first}/${second.replace(/\.git$/, "")}`);
    case "kaggle.com":
      return first === "datasets" ? parse(`kaggle:${second}/${third}`) : toWebsite(host, url.pathname);
    case "arxiv.org":
      return parse(
        `paper:${[second, third, fourth]
          .filter(Boolean)
          .join("/")
          .replace(/\.pdf$/, "")}`,
      );
    default:
      return toWebsite(host, url.pathname);
  }
};

const toWebsite = (host: string, path: string): DatasetId | undefined =>
  parse(`website:${host}${path.replace(/\/+$/, "")}`);

/** "owner/name (Kaggle)" */
const fromKaggleNote = (text: string): DatasetId | undefined => {
  const found = /^([\w.-]+\/[\w.-]+)\s*\(Kaggle(?: dataset)?\)$/i.exec(text)?.[1];
  return found === undefined ? undefined : parse(`kaggle:${found}`);
};

/** "math.stackexchange.com", "Some Site (news.example.org)" */
const fromHost = (text: string): DatasetId | undefined => {
  const found = /^(?:.*\()?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6})\)?$/i.exec(text)?.[1];
  return found === undefined ? undefined : parse(`website:${found.toLowerCase()}`);
};

const parse = (id: string): DatasetId | undefined => DatasetId.safeParse(id).data;
