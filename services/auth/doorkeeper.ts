import type { Role } from "../../schema/roles.ts";
import { isSameText } from "./access-token.ts";
import { createFailedSignIns } from "./failed-sign-ins.ts";
import type { TokenStore } from "./token-store.ts";

/** Who asks: the token's name, or `local` where none is asked for. */
export interface Session {
  readonly role: Role;
  readonly name: string;
  /** A token's id; rates are counted by it. */
  readonly tokenId?: string;
}

/** What an offered token comes to. */
export type Admission =
  | { readonly kind: "admitted"; readonly session: Session }
  | { readonly kind: "refused" }
  /** Too many wrong ones came from this address. */
  | { readonly kind: "wait"; readonly seconds: number };

export interface DoorkeeperDependencies {
  readonly tokens: Pick<TokenStore, "find" | "hasAny">;
  /** STEMMA_TOKEN: an operator's. */
  readonly configuredToken?: string;
  /** Whether the service listens on a loopback address: on any other the door is never open, whatever name a request asks for. */
  readonly onLoopback: boolean;
  readonly now: () => Date;
}

/** Decides who may come in, and as what. */
export interface Doorkeeper {
  /**
   * Whether no token is asked for: only this machine can ask, none is configured and none was ever made. Once it was shut it stays
   * so for the process's life, whatever becomes of the tokens' folder. Throws STORAGE_FAILED when that folder cannot be looked at.
   */
  isOpen(): Promise<boolean>;
  admit(offered: string, address: string): Promise<Admission>;
}

/** Who works on this machine, where no token is asked for. */
export const LOCAL_SESSION: Session = { role: "operator", name: "local" };

export const createDoorkeeper = (dependencies: DoorkeeperDependencies): Doorkeeper => {
  const { tokens, configuredToken, onLoopback, now } = dependencies;
  const failures = createFailedSignIns(now);
  let isShut = configuredToken !== undefined || !onLoopback;
  return {
    isOpen: async () => {
      if (!isShut && (await tokens.hasAny())) isShut = true;
      return !isShut;
    },
    admit: async (offered, address) => {
      // Before any count: behind a proxy all share one address, and nobody's guesses may keep an owner out.
      if (configuredToken !== undefined && isSameText(offered, configuredToken)) {
        return {
          kind: "admitted",
          session: { role: "operator", name: "STEMMA_TOKEN", tokenId: "configured" },
        };
      }
      const token = await tokens.find(offered);
      if (token !== undefined) {
        return { kind: "admitted", session: { role: token.role, name: token.name, tokenId: token.id } };
      }
      const seconds = failures.secondsToWait(address);
      if (seconds > 0) return { kind: "wait", seconds };
      failures.add(address);
      return { kind: "refused" };
    },
  };
};
