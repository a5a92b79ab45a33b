import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { frameWords } from "../words/frame-words.ts";
import { Icon, type IconProps } from "./icons.tsx";

export interface CopyButtonProps {
  /** Read when pressed. */
  readonly text: () => string;
  readonly label: string;
  readonly icon?: IconProps["name"];
  readonly showsLabel?: boolean;
}

const SHOWN_MS = 1600;

export const CopyButton = ({
  text,
  label,
  icon = "copy",
  showsLabel = false,
}: CopyButtonProps): JSX.Element => {
  const outcome = useSignal<"none" | "copied" | "refused">("none");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      outcome.value = "copied";
    } catch {
      outcome.value = "refused";
    }
    setTimeout(() => (outcome.value = "none"), SHOWN_MS);
  };
  const words = frameWords();
  const said = { none: label, copied: words.copied, refused: words.copyRefused }[outcome.value];
  return (
    <button
      type="button"
      class={showsLabel ? "button quiet" : "icon-button small"}
      title={said}
      aria-label={label}
      onClick={() => void copy()}
    >
      <Icon name={outcome.value === "copied" ? "check" : icon} />
      {showsLabel && <span>{said}</span>}
      <span class="visually-hidden" role="status">
        {outcome.value === "none" ? "" : said}
      </span>
    </button>
  );
};
