import { PALETTE_ROLES, type Palette } from "../../explorer/palette.ts";

/** The marks' colours as the page's theme has them now. A probe resolves them: custom properties keep their text. */
export const readPalette = (host: HTMLElement): Palette => {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const colors = PALETTE_ROLES.map((role) => {
    probe.style.color = `var(--${role})`;
    return [role, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colors) as Palette;
};
