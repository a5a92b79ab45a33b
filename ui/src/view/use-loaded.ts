import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";

export type Loaded<Part> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly part: Part }
  | { readonly state: "failed" };

/** A part of the page that is fetched when it is first needed, so that the first page comes sooner. */
export const useLoaded = <Part>(load: () => Promise<Part>): Loaded<Part> => {
  const loaded = useSignal<Loaded<Part>>({ state: "loading" });
  // At once, not after the next frame: what was asked for early is there already.
  useMemo(() => {
    load().then(
      (part) => (loaded.value = { state: "ready", part }),
      () => (loaded.value = { state: "failed" }),
    );
  }, []);
  return loaded.value;
};
