import type { Theme } from "../state/theme.ts";
import type { Page } from "../state/view-state.ts";
import { wordsOf } from "./language.ts";

/** What surrounds every page: header, navigation, command list, loading, failure, copying. */
export interface FrameWords {
  readonly skip: string;
  readonly homeTitle: string;
  readonly pages: Readonly<Record<Page, string>>;
  readonly navigation: string;
  readonly menu: string;
  readonly keysTitle: string;
  readonly showKeys: string;
  readonly commandsTitle: string;
  readonly showCommands: string;
  readonly theme: Readonly<Record<Theme, string>>;
  readonly themeTitle: (now: Theme, next: Theme) => string;
  readonly languageTitle: string;
  readonly languageFailed: string;
  readonly trace: {
    readonly running: string;
    readonly other: string;
    readonly title: (state: string, datasets: string) => string;
    readonly datasets: (count: string, isOne: boolean) => string;
  };
  readonly loadingPage: string;
  readonly loading: (what: string) => string;
  readonly pageFailed: string;
  readonly loadAgain: string;
  readonly failed: (what: string) => string;
  readonly nothingLost: string;
  readonly tryAgain: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly away: string;
  readonly awayStill: string;
  readonly unknownPage: {
    readonly title: string;
    readonly text: (path: string) => string;
    readonly home: string;
  };
  readonly commands: {
    readonly title: string;
    readonly field: string;
    readonly placeholder: string;
    readonly list: string;
    readonly none: (text: string) => string;
    readonly goTo: (page: string) => string;
    readonly language: (name: string) => string;
    readonly theme: (theme: string) => string;
    readonly dataset: string;
    readonly found: (count: number) => string;
    readonly direction: Readonly<Record<"upstream" | "downstream" | "both", string>>;
    readonly filters: string;
    readonly copyLink: string;
  };
}

const PAGES: FrameWords["pages"] = {
  explore: "Explore",
  graph: "Graph",
  contamination: "Contamination",
  review: "Review",
  cypher: "Cypher",
  traces: "Traces",
};

const THEME: FrameWords["theme"] = { system: "as the system", light: "light", dark: "dark" };

const ENGLISH: FrameWords = {
  skip: "Skip to the content",
  homeTitle: "Stemma, start page",
  pages: PAGES,
  navigation: "Pages",
  menu: "Menu",
  keysTitle: "Keys of this page (?)",
  showKeys: "Show the keys of this page",
  commandsTitle: "Commands and pages (Ctrl or Cmd K)",
  showCommands: "Show commands and pages",
  theme: THEME,
  themeTitle: (now, next) => `Theme: ${THEME[now]}. Change to ${THEME[next]}.`,
  languageTitle: "Language",
  languageFailed: "The words could not be fetched; the page stays in English.",
  trace: {
    running: "Tracing",
    other: "Trace",
    title: (state, datasets) => `Trace ${state}, ${datasets}. Open its progress.`,
    datasets: (count, isOne) => `${count} ${isOne ? "dataset" : "datasets"}`,
  },
  loadingPage: "Loading the page",
  loading: (what) => `Loading ${what}`,
  pageFailed: "This page could not be loaded. The service may have been updated: load the page again.",
  loadAgain: "Load again",
  failed: (what) => `Could not load ${what}.`,
  nothingLost: "Nothing is lost.",
  tryAgain: "Try again",
  copied: "Copied",
  copyRefused: "The browser does not allow copying",
  away: "The service does not answer; trying again.",
  awayStill: "What is shown is what was last known.",
  unknownPage: {
    title: "There is no such page",
    text: (path) => `Nothing lives at ${path}. The address may be mistyped, or from another version.`,
    home: "Go to the start page",
  },
  commands: {
    title: "Commands and pages",
    field: "Find a command, a page or a dataset",
    placeholder: "Command, page or dataset",
    list: "Commands",
    none: (text) => `No command, page or dataset is called “${text}”.`,
    goTo: (page) => `Go to ${page}`,
    language: (name) => `Language: ${name}`,
    theme: (theme) => `Theme: ${theme}`,
    dataset: "dataset",
    found: (count) => (count === 1 ? "1 entry" : `${count} entries`),
    direction: {
      upstream: "Show sources",
      downstream: "Show uses",
      both: "Show sources and uses",
    },
    filters: "Show or hide the filters",
    copyLink: "Copy a link to this view",
  },
};

export const frameWords = (): FrameWords => wordsOf("frame", ENGLISH);
