import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { ViewState } from "./view-state.ts";

/** Something that can be done on the page. A key with the same id in the table of keys runs it too. */
export interface Command {
  /** Unique; the id of a key's action where it has a key. */
  readonly id: string;
  /** What it does, in the reader's language; read when shown. */
  readonly words: () => string;
  /** Further words that find it. */
  readonly also?: () => string;
  /** Absent: always. */
  readonly isAvailable?: (view: ViewState) => boolean;
  readonly run: () => void;
}

export interface CommandRegistry {
  /** In the order of registration. */
  readonly all: ReadonlySignal<readonly Command[]>;
  /** Adds commands, in place of earlier ones of the same id; gives back how to take them away. */
  register(commands: readonly Command[]): () => void;
  /** Runs one that is there and available; says whether it did. */
  run(id: string, view: ViewState): boolean;
}

/**
 * All commands of the page. Parts of the page register theirs while they are shown.
 * @example useEffect(() => app.commands.register([{ id: "export-png", words: () => exportWords().png, run: savePng }]), []);
 */
export const createCommands = (): CommandRegistry => {
  const groups = signal<readonly (readonly Command[])[]>([]);
  const all = computed(() => [
    ...new Map(groups.value.flat().map((command) => [command.id, command] as const)).values(),
  ]);
  return {
    all,
    register: (commands) => {
      groups.value = [...groups.peek(), commands];
      return () => {
        groups.value = groups.peek().filter((group) => group !== commands);
      };
    },
    run: (id, view) => {
      const command = all.peek().find((one) => one.id === id);
      if (command === undefined || !isAvailable(command, view)) return false;
      command.run();
      return true;
    },
  };
};

export const isAvailable = (command: Command, view: ViewState): boolean =>
  command.isAvailable === undefined || command.isAvailable(view);

/** Those whose words hold every word of the text; where the words begin with it, first. */
export const findCommands = (commands: readonly Command[], text: string): readonly Command[] => {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return commands;
  const parts = wanted.split(/\s+/);
  const found = commands
    .map((command) => ({
      command,
      text: command.words().toLowerCase(),
      also: command.also?.().toLowerCase() ?? "",
    }))
    .filter((one) => parts.every((part) => one.text.includes(part) || one.also.includes(part)));
  const rank = (one: { readonly text: string }): number =>
    one.text.startsWith(wanted) ? 0 : one.text.includes(wanted) ? 1 : 2;
  return found.toSorted((one, other) => rank(one) - rank(other)).map(({ command }) => command);
};
