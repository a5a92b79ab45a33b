import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { AppError } from "../schema/errors.ts";
import { type Config, isLoopback } from "./config.ts";
import { createServer } from "./http/create-server.ts";
import { sweepUploads } from "./http/receive-file.ts";
import { createMetrics } from "./http/metrics.ts";
import type { Stemma } from "./main.ts";
import { announceService } from "./service-address.ts";
import { projectFolder } from "./project-folder.ts";
import { readVersion } from "./read-version.ts";

export interface Service {
  /** Where a browser finds it; carries the token where one is configured. */
  readonly url: string;
  /** `http://host:port` */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Lets the HTTP application listen where the configuration says.
 *
 * @throws AppError CONFIG_INVALID when others could reach it and no token is there to ask for; INPUT_INVALID when the address is taken or is none of this machine; STORAGE_FAILED when the tokens cannot be read or the address not written down
 */
export const startService = async (stemma: Stemma): Promise<Service> => {
  const { config } = stemma;
  await refuseOpenDoor(stemma);
  // Shuts the door before the first request where a token was made, and fails here where that cannot be told.
  await stemma.access.doorkeeper.isOpen();
  const uploadFolder = join(config.dataFolder, "uploads");
  await sweepUploads(uploadFolder, new Date());
  const app = await createServer({
    lineage: stemma.lineage,
    tracing: stemma.tracing,
    contamination: stemma.contamination,
    decisions: stemma.decisions,
    reviews: stemma.reviews,
    reviewQueue: stemma.reviewQueue,
    learning: stemma.learning,
    cypher: stemma.cypher,
    published: stemma.published,
    exchange: stemma.exchange,
    health: stemma,
    log: stemma.log,
    version: readVersion(),
    explorerFolder: join(projectFolder(), "dist", "ui"),
    uploadFolder,
    doorkeeper: stemma.access.doorkeeper,
    ...(config.trustProxy === undefined ? {} : { trustProxy: config.trustProxy }),
    limits: config.rates,
    snapshots: stemma.snapshots,
    views: stemma.views,
    metrics: createMetrics(stemma.figures),
  });
  try {
    const origin = await listen(app, config);
    const takeBack = await announceService(config.dataFolder, origin);
    const query = config.token === undefined ? "/" : `/?token=${encodeURIComponent(config.token)}`;
    const close = async (): Promise<void> => {
      await takeBack();
      await app.close();
    };
    return { origin, url: `${origin}${query}`, close };
  } catch (error) {
    await app.close();
    throw error;
  }
};

const listen = async (app: FastifyInstance, { host, port }: Config): Promise<string> => {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    throw toListenError(cause, `${host}:${port}`);
  }
};

const refuseOpenDoor = async ({ config, access }: Stemma): Promise<void> => {
  if (isLoopback(config.host) || config.token !== undefined) return;
  if ((await access.tokens.list()).some(({ state }) => state === "active")) return;
  throw new AppError(
    `${config.host} is reachable from other machines, and there is no token to ask for: make one with stemma token create, set STEMMA_TOKEN, or listen on 127.0.0.1`,
    { code: "CONFIG_INVALID" },
  );
};

const toListenError = (cause: unknown, address: string): AppError => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "another program listens there; choose another --port, or 0 for any free one",
    EACCES: "the system does not allow it; choose a port above 1023",
    EADDRNOTAVAIL: "this machine has no such address; choose another --host",
  };
  return new AppError(`cannot listen on ${address}: ${reasons[code] ?? String(cause)}`, {
    code: "INPUT_INVALID",
    cause,
  });
};
