import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { chordsOf } from "../state/keys.ts";
import { frameWords } from "../words/frame-words.ts";
import { KeySigns } from "./key-signs.tsx";

export interface CommandOption {
  readonly kind: "command" | "dataset";
  readonly id: string;
  readonly text: string;
  readonly run: () => void;
}

export interface CommandOptionsProps {
  readonly options: readonly CommandOption[];
  readonly active: Signal<number>;
  readonly onChoose: (option: CommandOption) => void;
}

export const CommandOptions = ({ options, active, onChoose }: CommandOptionsProps): JSX.Element => {
  const list = useRef<HTMLUListElement>(null);
  const chosen = active.value;
  useEffect(() => {
    list.current?.querySelector(`#command-option-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <ul
      ref={list}
      id="command-options"
      class="command-options"
      role="listbox"
      aria-label={frameWords().commands.list}
    >
      {options.map((option, index) => (
        <li
          key={`${option.kind} ${option.id}`}
          id={`command-option-${index}`}
          data-command={option.kind === "command" ? option.id : undefined}
          class="command-option"
          role="option"
          aria-selected={index === chosen}
          onPointerMove={() => (active.value = index)}
          onClick={() => onChoose(option)}
        >
          <span class={option.kind === "dataset" ? "command-text mono" : "command-text"}>{option.text}</span>
          {option.kind === "dataset" ? (
            <span class="muted">{frameWords().commands.dataset}</span>
          ) : (
            <CommandKey id={option.id} />
          )}
        </li>
      ))}
    </ul>
  );
};

const CommandKey = ({ id }: { readonly id: string }): JSX.Element | null => {
  const chord = chordsOf(id)[0];
  return chord === undefined ? null : <KeySigns chord={chord} />;
};
