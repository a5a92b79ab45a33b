/** The address bar, as far as the state needs it. */
export interface Router {
  /** The path, with the query string and its question mark if there is one. */
  read(): string;
  push(address: string): void;
  replace(address: string): void;
  /** Calls back when the reader goes back or forward; gives back how to stop. */
  subscribe(listener: () => void): () => void;
}
