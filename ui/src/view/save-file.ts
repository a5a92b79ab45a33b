export interface SavedFile {
  readonly name: string;
  readonly text: string;
  /** Media type, as `text/csv`. */
  readonly type: string;
}

/** Long enough for the slowest browser to have begun the download. */
const KEPT_MS = 10_000;

/** Hands a text to the browser as a file to keep. */
export const saveFile = ({ name, text, type }: SavedFile): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
};
