import { lookup } from "node:dns/promises";
import { Agent, buildConnector } from "undici";
import { AppError } from "../../schema/errors.ts";
import { isPublicAddress } from "./address-guard.ts";

/** All addresses of a host name, in the order in which they shall be tried. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;
export type Connector = buildConnector.connector;

export interface SafeConnectDeps {
  readonly resolve: Resolve;
  /** Opens the socket; it gets an IP address as `hostname`. */
  readonly connect: Connector;
}

const CONNECT_TIMEOUT_MS = 10_000;

export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

export const createSystemConnector = (): Connector => buildConnector({ timeout: CONNECT_TIMEOUT_MS });

/**
 * A connector for hosts that documents name: resolves the name itself, refuses when any of its addresses is not public,
 * and connects to the very address that was checked, so a name that changes its answer between check and use gains nothing.
 * TLS still verifies the name.
 */
export const createSafeConnector =
  ({ resolve, connect }: SafeConnectDeps): Connector =>
  (options, callback) => {
    resolvePublic(resolve, toBareHost(options.hostname))
      .then((addresses) => connectToFirst({ connect, options, addresses }))
      .then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(toError(error), null),
      );
  };

/** An HTTP agent whose every new connection goes through the check. */
export const createSafeAgent = (deps: SafeConnectDeps): Agent =>
  new Agent({ connect: createSafeConnector(deps), ...AGENT_LIMITS });

/** An HTTP agent for addresses that the operator configured. */
export const createPlainAgent = (): Agent =>
  new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS }, ...AGENT_LIMITS });

const AGENT_LIMITS = { headersTimeout: 30_000, bodyTimeout: 30_000, maxHeaderSize: 32_768 } as const;

const resolvePublic = async (resolve: Resolve, host: string): Promise<readonly string[]> => {
  const addresses = await resolve(host);
  const hidden = addresses.find((address) => !isPublicAddress(address));
  if (hidden !== undefined) {
    throw new AppError(`${host} resolves to ${hidden}, which is not a public address`, {
      code: "ADDRESS_REFUSED",
      context: { host, address: hidden },
    });
  }
  if (addresses.length > 0) return addresses;
  throw new AppError(`${host} has no address`, { code: "UPSTREAM_FAILED", transient: true });
};

type Socket = Exclude<Parameters<buildConnector.Callback>[1], null>;

interface Attempt {
  readonly connect: Connector;
  readonly options: buildConnector.Options;
  readonly addresses: readonly string[];
}

/** Tries the addresses in order: a host may be reachable by IPv4 alone. */
const connectToFirst = async ({ connect, options, addresses }: Attempt): Promise<Socket> => {
  const failures: unknown[] = [];
  for (const hostname of addresses) {
    try {
      return await connectTo(connect, { ...options, hostname });
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures[0];
};

const connectTo = (connect: Connector, options: buildConnector.Options): Promise<Socket> =>
  new Promise((resolve, reject) => {
    connect(options, (error, socket) => {
      if (error === null && socket !== null) resolve(socket);
      else reject(error ?? new AppError("no socket", { code: "UPSTREAM_FAILED", transient: true }));
    });
  });

const toBareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new AppError(String(error), { code: "UPSTREAM_FAILED" });
