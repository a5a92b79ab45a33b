import { useEffect } from "preact/hooks";

/** Closes what is open when the reader presses anywhere else. */
export const useCloseOutside = (place: { readonly current: HTMLElement | null }, close: () => void): void => {
  useEffect(() => {
    const onPress = (event: Event): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) close();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, []);
};
