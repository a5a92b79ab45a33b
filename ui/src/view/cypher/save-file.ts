export interface FileContent {
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** Hands a file to the browser's downloads. */
export const saveFile = (name: string, { type, text }: FileContent): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
