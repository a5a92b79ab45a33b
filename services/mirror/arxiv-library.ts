import type { MirrorFiles } from "./mirror-files.ts";
import { type ArxivPaper, parseArxivAbstract } from "./parse-arxiv-abstract.ts";

const ARXIV = "arxiv";
const FULL_TEXT = ".fulltext.md";

/** The papers of the mirror: arxiv/<id>.md, <id>.fulltext.md, <id>.html, <id>.pdf, each of them optional. */
export interface ArxivLibrary {
  find(id: string): Promise<ArxivPaper | undefined>;
  /** Every paper whose title or abstract the mirror knows; read at the first call and kept. */
  all(): Promise<readonly ArxivPaper[]>;
  fullText(id: string): Promise<string | undefined>;
  html(id: string): Promise<Buffer | undefined>;
  pdf(id: string): Promise<Buffer | undefined>;
}

export const createArxivLibrary = (files: MirrorFiles): ArxivLibrary => {
  const read = (name: string): Promise<Buffer | undefined> => files.read([ARXIV, name]);
  const readText = async (name: string): Promise<string | undefined> => (await read(name))?.toString("utf8");
  const find = async (id: string): Promise<ArxivPaper | undefined> => {
    const text = (await readText(`${id}.md`)) ?? (await readText(id + FULL_TEXT));
    return text === undefined ? undefined : parseArxivAbstract(id, text);
  };
  const readAll = async (): Promise<readonly ArxivPaper[]> => {
    const names = ((await files.list([ARXIV])) ?? []).map(({ name }) => name);
    const ids = new Set(names.filter((name) => name.endsWith(".md")).map(toId));
    const papers = await Promise.all([...ids].map(find));
    return papers.filter((paper) => paper !== undefined);
  };
  let papers: Promise<readonly ArxivPaper[]> | undefined;
  return {
    find,
    all: () => (papers ??= readAll()),
    fullText: (id) => readText(id + FULL_TEXT),
    html: (id) => read(`${id}.html`),
    pdf: (id) => read(`${id}.pdf`),
  };
};

const toId = (name: string): string => name.slice(0, -(name.endsWith(FULL_TEXT) ? FULL_TEXT : ".md").length);
