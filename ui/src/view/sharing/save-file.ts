/** How long the browser may take to begin reading what is saved. */
const READ_MS = 60_000;

/** Hands a file to the browser's own downloads. */
export const saveFile = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
};
