import compress from "@fastify/compress";
import websocket from "@fastify/websocket";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Doorkeeper } from "../auth/doorkeeper.ts";
import type { Exchange } from "../create-exchange.ts";
import type { ReviewLearning } from "../calibrations.ts";
import type { ContaminationReader } from "../contamination.ts";
import type { EdgeDecisions } from "../decisions.ts";
import type { PublishedLineages } from "../published.ts";
import type { HealthReader, LineageReader, SnapshotSource } from "../ports.ts";
import type { ReviewQueue } from "../queue/review-queue.ts";
import type { Reviews } from "../reviews.ts";
import type { SavedViews } from "../saved-views.ts";
import type { TracingService } from "../tracing.ts";
import type { CypherConsole } from "../use-cases/run-cypher.ts";
import { refuseUnacceptable } from "./accept.ts";
import { answerClientError } from "./client-error.ts";
import { serveEvents } from "./event-socket.ts";
import { registerExplorer } from "./explorer.ts";
import { createDoorGuard, createRoleGuard } from "./guard.ts";
import type { Metrics } from "./metrics.ts";
import { registerIdempotency } from "./idempotency.ts";
import { registerOpenApi } from "./openapi.ts";
import { watchMethods } from "./other-methods.ts";
import { sendProblem } from "./problem.ts";
import { type RateLimits, registerRateLimits } from "./rate-limits.ts";
import { registerReference } from "./reference.ts";
import { createRequestId, logRequests } from "./request-log.ts";
import { contaminationOverviewRoutes } from "./routes/contamination-overviews.ts";
import { contaminationRoutes } from "./routes/contamination.ts";
import { cypherRoutes } from "./routes/cypher.ts";
import { datasetRoutes } from "./routes/datasets.ts";
import { documentRoutes } from "./routes/documents.ts";
import { edgeDecisionRoutes } from "./routes/edge-decisions.ts";
import { edgeRoutes } from "./routes/edges.ts";
import { exchangeRoutes } from "./routes/exchange.ts";
import { facetSchemaRoutes } from "./routes/facet-schemas.ts";
import { graphRoutes } from "./routes/graph.ts";
import { healthRoutes } from "./routes/health.ts";
import { lineageRoutes } from "./routes/lineage.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { pathRoutes } from "./routes/paths.ts";
import { reviewStatisticsRoutes } from "./routes/review-statistics.ts";
import { reviewQueueRoutes } from "./routes/review-queue.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { sessionRoutes } from "./routes/session.ts";
import { statisticsRoutes } from "./routes/statistics.ts";
import { traceChangeRoutes } from "./routes/trace-changes.ts";
import { traceRoutes } from "./routes/traces.ts";
import { viewRoutes } from "./routes/views.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { refuseUnknownParameters } from "./unknown-parameters.ts";

/** A trace request names at most 100 roots; nothing that comes in is larger. */
const BODY_LIMIT_BYTES = 256 * 1024;
const SOCKET_MESSAGE_LIMIT_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
/** How long a closing service waits for its sockets to say goodbye. */
const GOODBYE_MS = 500;
/** Close code of RFC 6455: the service goes away. */
const GOING_AWAY = 1001;

export interface ServerDependencies {
  readonly lineage: LineageReader;
  readonly tracing: TracingService;
  readonly contamination: ContaminationReader;
  readonly decisions: EdgeDecisions;
  readonly reviews: Reviews;
  readonly reviewQueue: ReviewQueue;
  readonly learning: ReviewLearning;
  readonly cypher: CypherConsole;
  readonly published: Pick<PublishedLineages, "statistics" | "audit">;
  readonly exchange: Exchange;
  readonly health: HealthReader;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  /** Where `vite build ui` puts the explorer. */
  readonly explorerFolder: string;
  /** Where files that are sent wait until they are read; made when missing. */
  readonly uploadFolder: string;
  /** Decides who may come in. */
  readonly doorkeeper: Doorkeeper;
  /** Proxies that tell whose request they pass on; absent believes nobody. */
  readonly trustProxy?: readonly string[];
  readonly limits: RateLimits;
  readonly metrics: Metrics;
  readonly snapshots: SnapshotSource;
  readonly views: SavedViews;
}

/** The HTTP application, not yet listening: tests talk to it by `inject`. */
export const createServer = async (dependencies: ServerDependencies): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: dependencies.log,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: createRequestId,
    trustProxy: [...(dependencies.trustProxy ?? [])],
    routerOptions: { maxParamLength: 1_000 },
    clientErrorHandler: answerClientError,
    // An address that cannot be decoded never reaches the routes, nor their error handler, nor the sockets' hooks.
    frameworkErrors: (error, request, reply) => {
      if (request.headers.upgrade !== undefined) reply.raw.once("finish", () => request.raw.socket.destroy());
      return sendProblem(request, reply, error);
    },
  });
  const closing = new AbortController();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  app.decorateRequest("doorIsOpen", false);
  // Its hooks come before the door's: they end the socket of an upgrade that is refused, which would keep a closing service up.
  await registerSockets(app, closing);
  logRequests(app);
  countRequests(app, dependencies.metrics);
  app.addHook("onRequest", createDoorGuard(dependencies.doorkeeper));
  await app.register(compress, { global: true });
  await registerOpenApi(app, dependencies.version);
  await app.register(apiRoutes(dependencies, closing.signal), { prefix: "/api" });
  await registerExplorer(app, dependencies.explorerFolder);
  return app;
};

const countRequests = (app: FastifyInstance, metrics: Metrics): void => {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const seconds = reply.elapsedTime / 1_000;
    metrics.countRequest({ method: request.method, route, status: reply.statusCode, seconds });
  });
};

const registerSockets = async (app: FastifyInstance, closing: AbortController): Promise<void> => {
  await app.register(websocket, {
    options: { maxPayload: SOCKET_MESSAGE_LIMIT_BYTES, perMessageDeflate: false },
    preClose: (done) => {
      closing.abort();
      const { clients } = app.websocketServer;
      for (const client of clients) client.close(GOING_AWAY, "the service stops");
      const cutOff = setTimeout(() => clients.forEach((client) => client.terminate()), GOODBYE_MS);
      app.websocketServer.close(() => {
        clearTimeout(cutOff);
        done();
      });
    },
  });
};

const apiRoutes =
  (dependencies: ServerDependencies, signal: AbortSignal) =>
  async (api: FastifyInstance): Promise<void> => {
    const { cypher, lineage, tracing, health, doorkeeper } = dependencies;
    const answerOtherMethods = watchMethods(api);
    api.addHook("onRequest", createRoleGuard(doorkeeper));
    await registerRateLimits(api, dependencies.limits);
    api.addHook("onRequest", refuseUnacceptable);
    api.addHook("preValidation", refuseUnknownParameters);
    registerIdempotency(api);
    await api.register(healthRoutes(health));
    await api.register(sessionRoutes(doorkeeper));
    await api.register(metricsRoutes(dependencies.metrics));
    await api.register(datasetRoutes(lineage));
    await api.register(lineageRoutes(lineage));
    await api.register(edgeRoutes(dependencies));
    await api.register(documentRoutes(lineage));
    await api.register(pathRoutes(lineage));
    await api.register(graphRoutes(dependencies.snapshots));
    await api.register(traceRoutes(tracing));
    await api.register(traceChangeRoutes(tracing));
    await api.register(edgeDecisionRoutes(dependencies.decisions));
    await api.register(reviewStatisticsRoutes(dependencies.learning));
    await api.register(reviewRoutes(dependencies.reviews, dependencies.uploadFolder));
    await api.register(reviewQueueRoutes(dependencies.reviewQueue));
    await api.register(contaminationRoutes(dependencies.contamination));
    await api.register(contaminationOverviewRoutes(dependencies.contamination));
    await api.register(cypherRoutes(cypher));
    await api.register(exchangeRoutes(dependencies.exchange, dependencies.uploadFolder));
    await api.register(viewRoutes(dependencies.views));
    await api.register(facetSchemaRoutes);
    await api.register(statisticsRoutes(dependencies.published));
    api.get("/events", { websocket: true, schema: { hide: true } }, (socket, request) => {
      const onError = (error: unknown): void => request.log.warn({ err: error }, "an event socket failed");
      serveEvents(socket, { tracing, signal, onError });
    });
    registerReference(api);
    answerOtherMethods();
  };
