import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { AppError } from "../../../../schema/errors.ts";
import type { TracesStore } from "../../state/traces/traces-store.ts";

export const TracesContext = createContext<TracesStore | undefined>(undefined);

export const useTraces = (): TracesStore => {
  const store = useContext(TracesContext);
  if (store === undefined) throw new AppError("a part lies outside its page", { code: "INTERNAL" });
  return store;
};
