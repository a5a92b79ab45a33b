import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { AppError } from "../../../../schema/errors.ts";
import type { ContaminationStore } from "../../state/contamination/contamination-store.ts";

export const ContaminationContext = createContext<ContaminationStore | undefined>(undefined);

export const useContamination = (): ContaminationStore => {
  const store = useContext(ContaminationContext);
  if (store === undefined) throw new AppError("a part lies outside its page", { code: "INTERNAL" });
  return store;
};
