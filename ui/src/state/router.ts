/** The address bar, as far as the state needs it. */
export interface Router {
  /** The query string with its question mark, or "". */
  read(): string;
  push(search: string): void;
  replace(search: string): void;
  /** Calls back when the reader goes back or forward; gives back how to stop. */
  subscribe(listener: () => void): () => void;
}
