import { describe, expect, it } from "vitest";
import { bindingFor, chordOf, KEY_ACTIONS, KEY_BINDINGS, signsOf } from "./keys.ts";
import { PAGES } from "./view-state.ts";

const aPress = (key: string, more: Partial<Parameters<typeof chordOf>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("the table of keys", () => {
  it("gives no key two meanings on one page", () => {
    for (const page of PAGES) {
      const chords = KEY_BINDINGS.filter((binding) => binding.pages.includes(page)).flatMap(
        ({ chords }) => chords,
      );
      expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
    }
  });

  it("has a key for every action", () => {
    expect(KEY_BINDINGS.map(({ action }) => action).toSorted()).toEqual([...KEY_ACTIONS].toSorted());
  });

  it("takes no plain key from who is typing", () => {
    const plain = KEY_BINDINGS.filter(({ chords }) => chords.some((chord) => !chord.startsWith("Mod+")));

    expect(plain.filter(({ whileTyping }) => whileTyping === true)).toEqual([]);
  });
});

describe("a pressed key", () => {
  it("is the same with Ctrl and with Cmd, whatever the case", () => {
    expect(chordOf(aPress("k", { ctrlKey: true }))).toBe("Mod+k");
    expect(chordOf(aPress("K", { metaKey: true }))).toBe("Mod+k");
    expect(chordOf(aPress("Z", { ctrlKey: true, shiftKey: true }))).toBe("Mod+Shift+z");
    expect(chordOf(aPress("Enter", { ctrlKey: true }))).toBe("Mod+Enter");
  });

  it("is what it types where no modifier is held, and nothing with Alt", () => {
    expect(chordOf(aPress("?", { shiftKey: true }))).toBe("?");
    expect(chordOf(aPress("l", { altKey: true }))).toBeUndefined();
  });

  it("means something only on its pages", () => {
    expect(bindingFor("cypher", "Mod+Enter")?.action).toBe("run-query");
    expect(bindingFor("explore", "Mod+Enter")).toBeUndefined();
  });

  it("is shown as its keys are labelled", () => {
    expect(signsOf("Mod+Shift+z", false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(signsOf("Mod+k", true)).toEqual(["⌘", "K"]);
    expect(signsOf("+", false)).toEqual(["+"]);
    expect(signsOf("Escape", false)).toEqual(["Esc"]);
  });
});
