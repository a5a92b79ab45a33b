// Control and formatting characters (ANSI sequences, bidirectional overrides): a document must not steer a terminal.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** Makes text that came from outside safe to print on one line. */
export const toLine = (text: string): string => text.replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();

/** Cuts a line to a width in characters, with an ellipsis in the middle so that both ends stay readable. */
export const cutMiddle = (text: string, width: number): string => {
  const characters = [...text];
  if (characters.length <= width) return text;
  const head = Math.ceil((width - 1) * 0.6);
  const tail = Math.max(0, width - 1 - head);
  return `${characters.slice(0, head).join("")}…${tail === 0 ? "" : characters.slice(-tail).join("")}`;
};

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export const toCount = (count: number): string => WHOLE.format(count);

/** "1 dataset", "2 datasets". */
export const toCounted = (count: number, noun: string): string =>
  `${toCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Size in bytes as people read it: 512 B, 4.2 kB, 1.3 MB. */
export const toSize = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/** Time in milliseconds as people read it: 0.4 s, 12 s, 3 min 05 s. */
export const toDuration = (milliseconds: number): string => {
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
};
