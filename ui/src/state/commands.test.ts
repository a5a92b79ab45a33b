import { describe, expect, it } from "vitest";
import { type Command, createCommands, findCommands } from "./commands.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

const aCommand = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  words: () => id,
  run: () => undefined,
  ...more,
});
const idsOf = (commands: readonly Command[]) => commands.map((command) => command.id);

describe("commands", () => {
  it("are there while a part of the page has them registered", () => {
    const commands = createCommands();
    commands.register([aCommand("always")]);
    const unregister = commands.register([aCommand("now and then")]);

    expect(idsOf(commands.all.value)).toEqual(["always", "now and then"]);
    unregister();
    expect(idsOf(commands.all.value)).toEqual(["always"]);
  });

  it("run the latest of an id, and the earlier one when that has gone", () => {
    const ran: string[] = [];
    const commands = createCommands();
    commands.register([aCommand("fit", { run: () => ran.push("page") })]);
    const unregister = commands.register([aCommand("fit", { run: () => ran.push("part") })]);

    commands.run("fit", DEFAULT_VIEW);
    unregister();
    commands.run("fit", DEFAULT_VIEW);

    expect(ran).toEqual(["part", "page"]);
  });

  it("say when they did nothing, because they are not there or not now", () => {
    const commands = createCommands();
    commands.register([aCommand("table", { isAvailable: ({ page }) => page === "graph" })]);

    expect(commands.run("table", DEFAULT_VIEW)).toBe(false);
    expect(commands.run("table", { ...DEFAULT_VIEW, page: "graph" })).toBe(true);
    expect(commands.run("nothing", DEFAULT_VIEW)).toBe(false);
  });

  it("are found by every word that is typed, the ones that begin with it first", () => {
    const list = [
      aCommand("language", { words: () => "Language: 中文", also: () => "chinese" }),
      aCommand("graph", { words: () => "Go to Graph" }),
      aCommand("go", { words: () => "Graph to the page: fit" }),
    ];

    expect(idsOf(findCommands(list, "graph"))).toEqual(["go", "graph"]);
    expect(idsOf(findCommands(list, "to GR"))).toEqual(["graph", "go"]);
    expect(idsOf(findCommands(list, "chin"))).toEqual(["language"]);
    expect(findCommands(list, " ")).toEqual(list);
  });
});
