import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { frameWords } from "../../words/frame-words.ts";
import { sharingWords } from "../../words/sharing-words.ts";

const SHOWN_MS = 1600;

/** Copies the address, says so in its own place, and leaves the menu open. */
export const CopyLinkItem = (): JSX.Element => {
  const outcome = useSignal<"none" | "copied" | "refused">("none");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      outcome.value = "copied";
    } catch {
      outcome.value = "refused";
    }
    setTimeout(() => (outcome.value = "none"), SHOWN_MS);
  };
  const { copied, copyRefused } = frameWords();
  const said = { none: "", copied, refused: copyRefused }[outcome.value];
  return (
    <li role="none">
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => void copy()}>
        {said === "" ? sharingWords().copyLink : said}
        <span class="visually-hidden" role="status">
          {said}
        </span>
      </button>
    </li>
  );
};
