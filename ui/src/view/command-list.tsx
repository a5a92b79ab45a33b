import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { findCommands, isAvailable } from "../state/commands.ts";
import { createSearch } from "../state/search.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { type CommandOption, CommandOptions } from "./command-options.tsx";

/** Every command, page and dataset under one field: type to find, up and down to choose, Enter to run, Esc to leave. */
export const CommandList = (): JSX.Element => {
  const { isCommandListOpen } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const { text, options, active, type } = useCommandOptions();
  useEffect(() => dialog.current?.showModal(), []);
  const words = frameWords().commands;
  const choose = (option: CommandOption | undefined): void => {
    if (option === undefined) return;
    // Closed first, so that the focus is back before the command moves it.
    dialog.current?.close();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = options.value.length;
    if (event.key === "ArrowDown") active.value = count === 0 ? 0 : (active.value + 1) % count;
    else if (event.key === "ArrowUp") active.value = count === 0 ? 0 : (active.value + count - 1) % count;
    else if (event.key === "Enter") choose(options.value[active.value]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog command-list"
      aria-label={words.title}
      onClose={() => (isCommandListOpen.value = false)}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.placeholder}
        aria-label={words.field}
        aria-expanded={options.value.length > 0}
        aria-controls="command-options"
        aria-activedescendant={options.value.length > 0 ? `command-option-${active.value}` : undefined}
        value={text.value}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <CommandOptions options={options.value} active={active} onChoose={choose} />
      <p class="visually-hidden" role="status">
        {words.found(options.value.length)}
      </p>
      {options.value.length === 0 && <p class="command-none muted">{words.none(text.value)}</p>}
    </dialog>
  );
};

const useCommandOptions = () => {
  const { store, commands } = useApp();
  const text = useSignal("");
  const active = useSignal(0);
  const search = useMemo(
    () =>
      createSearch({
        api: store.api,
        after: (delayMs, action) => {
          const timer = setTimeout(action, delayMs);
          return () => clearTimeout(timer);
        },
      }),
    [store],
  );
  useEffect(() => () => search.results.close(), [search]);
  const options = useComputed((): readonly CommandOption[] => {
    const view = store.view.value;
    const available = commands.all.value.filter((command) => isAvailable(command, view));
    const found = findCommands(available, text.value).map((command) => ({
      kind: "command" as const,
      id: command.id,
      text: command.words(),
      run: command.run,
    }));
    const datasets = text.value.trim() === "" ? [] : (search.results.value.value ?? []);
    return [
      ...found,
      ...datasets.map(({ id }) => ({
        kind: "dataset" as const,
        id,
        text: id,
        run: () =>
          store.navigation.navigate({ page: "explore", root: id, selection: undefined, document: undefined }),
      })),
    ];
  });
  const type = (typed: string): void => {
    text.value = typed;
    active.value = 0;
    search.type(typed);
  };
  return { text, active, options, type };
};
