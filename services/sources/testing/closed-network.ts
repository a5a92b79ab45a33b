import { buildConnector } from "undici";
import type { SafeConnectDeps } from "../safe-connect.ts";

export interface ClosedNetwork {
  readonly network: SafeConnectDeps;
  /** Addresses to which a connection was wanted, with their port. */
  readonly connected: readonly string[];
}

export interface NetworkPlan {
  /** What each host name resolves to; others do not exist. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Addresses behind which a server on the loopback address answers, by its origin. Others refuse. */
  readonly servers?: Readonly<Record<string, string>>;
}

/** A resolver with a fixed table and a connector that remembers: no test reaches beyond the loopback address. */
export const createClosedNetwork = ({ names = {}, servers = {} }: NetworkPlan = {}): ClosedNetwork => {
  const connected: string[] = [];
  const connectToLoopback = buildConnector({});
  return {
    connected,
    network: {
      resolve: async (hostname) => {
        const found = names[hostname];
        if (found === undefined) throw Object.assign(new Error(`no ${hostname}`), { code: "ENOTFOUND" });
        return found;
      },
      connect: (options, callback) => {
        connected.push(`${options.hostname}:${options.port === "" ? "80" : options.port}`);
        const server = servers[options.hostname];
        if (server === undefined) {
          callback(Object.assign(new Error("closed"), { code: "ECONNREFUSED" }), null);
          return;
        }
        const { hostname, port } = new URL(server);
        connectToLoopback({ ...options, protocol: "http:", hostname, port }, callback);
      },
    },
  };
};
