import { accessSync, constants } from "node:fs";

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser to test with: `CHROMIUM` when set, else the system's; undefined when there is none. */
export const findChromium = (): string | undefined => {
  const named = process.env["CHROMIUM"];
  const places = named === undefined || named === "" ? USUAL_PLACES : [named];
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
};
