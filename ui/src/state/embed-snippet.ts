import { formatView } from "./view-url.ts";
import type { ViewState } from "./view-state.ts";

export interface FrameSize {
  /** CSS pixels, or the whole width of what it stands in. */
  readonly width: number | "100%";
  /** CSS pixels. */
  readonly height: number;
}

export const SMALLEST_FRAME = 200;
export const LARGEST_FRAME = 4_000;

/** Its own scripts and requests, and a link that opens a page; nothing else. */
export const FRAME_SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** The address of a view as a frame has it: what panels would show is left out, as a frame has none. */
export const embedAddress = (view: ViewState): string => {
  const { selection, document: _document, trace: _trace, cypher: _cypher, ...rest } = view;
  return formatView({
    ...rest,
    page: "explore",
    isEmbedded: true,
    showTable: false,
    chosen: [],
    ...(selection?.kind === "dataset" ? { selection } : {}),
  });
};

/**
 * HTML that shows a view in somebody else's page. `sandbox` leaves the frame its own scripts and requests, and lets its link
 * open a page; it can neither lead the surrounding page away nor ask for anything.
 */
export const toSnippet = (address: string, { width, height }: FrameSize, title: string): string => {
  const attributes = [
    `src="${escape(address)}"`,
    `title="${escape(title)}"`,
    `width="${width}"`,
    `height="${height}"`,
    'loading="lazy"',
    `sandbox="${FRAME_SANDBOX}"`,
    'referrerpolicy="no-referrer"',
    'style="border: 0"',
  ];
  return `<iframe ${attributes.join(" ")}></iframe>`;
};

const NAMED = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => NAMED.get(character) ?? character);
