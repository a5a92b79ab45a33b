import type { FetchedPage } from "./fetch-outcome.ts";

/** What a page is taken for: a web page of any kind, or a paper that arXiv converted to HTML. */
export type TextForm = "page" | "paper";

/** What is asked of the text process. */
export interface TextTask {
  readonly id: number;
  readonly form: TextForm;
  readonly page: FetchedPage;
}

/** What a page says. */
export interface PageText {
  readonly text: string;
  readonly title?: string;
}

/** What the text process says: once that it is there, then an answer to each task. */
export type TextMessage = { readonly kind: "ready" } | TextAnswer;
export type TextAnswer =
  | { readonly kind: "text"; readonly id: number; readonly value: PageText }
  | { readonly kind: "no-text"; readonly id: number }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
