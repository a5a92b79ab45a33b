import type { JSX } from "preact";
import { ShareMenu } from "./share-menu.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

/** Undo, redo, and all ways to hand the view on. */
export const SharingTools = (): JSX.Element => (
  <div class="sharing-tools">
    <UndoButtons />
    <ShareMenu />
  </div>
);
