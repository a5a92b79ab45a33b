import { DIRECTIONS } from "../../../schema/query-choices.ts";
import type { Command } from "../state/commands.ts";
import { THEMES } from "../state/theme.ts";
import { PAGES, type ViewState } from "../state/view-state.ts";
import { frameWords } from "../words/frame-words.ts";
import { keysWords } from "../words/keys-words.ts";
import { LANGUAGES } from "../words/language.ts";
import type { App } from "./app-context.ts";
import { LANGUAGE_NAMES } from "./language-names.ts";

/** The commands that are always there. What belongs to one part of the page is registered by that part. */
export const registerAppCommands = (app: App): void => {
  app.commands.register([...pageCommands(app), ...graphCommands(app), ...readerCommands(app)]);
};

const pageCommands = ({ store, isKeySheetOpen, isCommandListOpen }: App): readonly Command[] => [
  ...PAGES.map((page) => ({
    id: `page-${page}`,
    words: () => frameWords().commands.goTo(frameWords().pages[page]),
    also: () => page,
    run: () => store.navigation.navigate(page === "cypher" ? { page } : { page, cypher: undefined }),
  })),
  {
    id: "search",
    words: () => keysWords().action.search,
    run: () => document.getElementById("search")?.focus(),
  },
  {
    id: "command-list",
    words: () => keysWords().action["command-list"],
    // It offers everything but itself.
    isAvailable: () => !isCommandListOpen.value,
    run: () => (isCommandListOpen.value = true),
  },
  {
    id: "undo",
    words: () => keysWords().action.undo,
    isAvailable: () => store.navigation.canUndo.value,
    run: () => store.navigation.undo(),
  },
  {
    id: "redo",
    words: () => keysWords().action.redo,
    isAvailable: () => store.navigation.canRedo.value,
    run: () => store.navigation.redo(),
  },
  { id: "key-sheet", words: () => keysWords().title, run: () => (isKeySheetOpen.value = true) },
  {
    id: "copy-link",
    words: () => frameWords().commands.copyLink,
    run: () => void copyLink(),
  },
];

/** Where the browser does not let a page copy, the link is shown to be copied by hand. */
const copyLink = async (): Promise<void> => {
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    prompt(frameWords().commands.copyLink, location.href);
  }
};

const showsLineage = ({ page, root }: ViewState): boolean => page === "explore" && root !== undefined;

const graphCommands = ({ store, controls, layouts, isFilterSheetOpen }: App): readonly Command[] => {
  const key = (id: keyof ReturnType<typeof keysWords>["action"], run: () => void): Command => ({
    id,
    words: () => keysWords().action[id],
    isAvailable: showsLineage,
    run,
  });
  /** The selected dataset, or the root while nothing is selected. */
  const onDataset = (act: (id: string) => void): void => {
    const { selection, root } = store.view.peek();
    const id = selection === undefined ? root : selection.kind === "dataset" ? selection.id : undefined;
    if (id !== undefined) act(id);
  };
  return [
    key("fit", () => controls.peek()?.fit()),
    key("tidy", () => layouts.tidy()),
    key("expand-sources", () => onDataset((id) => store.lineageActions.expand(id, "upstream"))),
    key("expand-uses", () => onDataset((id) => store.lineageActions.expand(id, "downstream"))),
    key("collapse-sources", () => onDataset((id) => store.lineageActions.collapse(id, "upstream"))),
    key("collapse-uses", () => onDataset((id) => store.lineageActions.collapse(id, "downstream"))),
    key("show-all", () => store.lineageActions.showAll()),
    key("zoom-in", () => controls.peek()?.zoomIn()),
    key("zoom-out", () => controls.peek()?.zoomOut()),
    key("table", () => {
      store.navigation.navigate({ showTable: !store.view.peek().showTable }, "replace");
    }),
    key("ancestry", () => store.reading.toggleFocus("ancestry")),
    key("descent", () => store.reading.toggleFocus("descent")),
    key("models", () => store.navigation.navigate({ showModels: !store.view.peek().showModels })),
    {
      id: "filters",
      words: () => frameWords().commands.filters,
      isAvailable: showsLineage,
      run: () => (isFilterSheetOpen.value = !isFilterSheetOpen.peek()),
    },
    ...DIRECTIONS.map((direction) => ({
      id: `direction-${direction}`,
      words: () => frameWords().commands.direction[direction],
      isAvailable: showsLineage,
      run: () => store.navigation.navigate({ direction }),
    })),
  ];
};

const readerCommands = ({ theme, language }: App): readonly Command[] => [
  ...THEMES.map((one) => ({
    id: `theme-${one}`,
    words: () => frameWords().commands.theme(frameWords().theme[one]),
    run: () => (theme.value = one),
  })),
  ...LANGUAGES.map((one) => ({
    id: `language-${one}`,
    words: () => frameWords().commands.language(LANGUAGE_NAMES[one]),
    also: () => "language 语言",
    run: () => (language.chosen.value = one),
  })),
];
