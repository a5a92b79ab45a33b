import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { AppError } from "../../../../schema/errors.ts";
import type { CypherStore } from "../../state/cypher/cypher-store.ts";

export const CypherContext = createContext<CypherStore | undefined>(undefined);

export const useCypher = (): CypherStore => {
  const store = useContext(CypherContext);
  if (store === undefined)
    throw new AppError("a component lies outside the Cypher page", { code: "INTERNAL" });
  return store;
};
