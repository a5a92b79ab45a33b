import type { JSX } from "preact";
import { useApp } from "../app-context.ts";
import { CiteDialog } from "./cite-dialog.tsx";
import { EmbedDialog } from "./embed-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { ViewsDialog } from "./views-dialog.tsx";

/** The dialog that the share menu has opened. */
export const SharingDialogs = (): JSX.Element | null => {
  const dialog = useApp().sharing.value;
  switch (dialog) {
    case undefined:
      return null;
    case "export":
      return <ExportDialog />;
    case "cite":
      return <CiteDialog />;
    case "embed":
      return <EmbedDialog />;
    case "save":
    case "views":
      return <ViewsDialog isSaving={dialog === "save"} />;
    default:
      return dialog satisfies never;
  }
};
