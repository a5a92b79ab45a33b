import neo4j, { type Driver, type Session } from "neo4j-driver";
import { AppError } from "../../../schema/errors.ts";

export interface Neo4jOptions {
  /** bolt:// for one server, neo4j:// for routing in a cluster; each with +s for TLS, +ssc for TLS without a known authority. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Absent: the user's home database. */
  readonly database?: string;
}

/** Sessions on one database of one server or cluster. */
export interface Connection {
  readonly uri: string;
  readonly driver: Driver;
  /** A session sees at least what earlier sessions of this connection committed, whichever member of a cluster answers. */
  session(mode: "READ" | "WRITE"): Session;
  /** What this connection committed or saw, for another one to learn. */
  bookmarks(): Promise<readonly string[]>;
  /** Later sessions see what these stand for too. */
  learn(bookmarks: readonly string[]): Promise<void>;
}

/** A host that does not answer at all is given up after this time; the system's own limit is minutes. */
const CONNECT_TIMEOUT_MS = 5_000;
/** How long a statement waits for one of the pool's connections. */
const ACQUIRE_TIMEOUT_MS = 10_000;
/** A connection that was idle for longer is tried before it is used: firewalls drop quiet ones without a word. */
const IDLE_CHECK_MS = 30_000;

/** Does not connect yet: the first statement does. @throws AppError CONFIG_INVALID when the address is none */
export const createConnection = (options: Neo4jOptions): Connection => {
  const { uri, user, password, database } = options;
  const driver = createDriver(uri, () =>
    neo4j.driver(uri, neo4j.auth.basic(user, password), {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
      connectionLivenessCheckTimeout: IDLE_CHECK_MS,
      disableAutoCommitRetries: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      telemetryDisabled: true,
      userAgent: "stemma",
    }),
  );
  const bookmarkManager = neo4j.bookmarkManager();
  return {
    uri,
    driver,
    bookmarks: async () => [...(await bookmarkManager.getBookmarks())],
    learn: async (bookmarks) => {
      await bookmarkManager.updateBookmarks(await bookmarkManager.getBookmarks(), bookmarks);
    },
    session: (mode) =>
      driver.session({
        defaultAccessMode: mode,
        bookmarkManager,
        ...(database === undefined ? {} : { database }),
      }),
  };
};

const createDriver = (uri: string, create: () => Driver): Driver => {
  try {
    return create();
  } catch (cause) {
    throw new AppError(`${uri} is no address of a Neo4j: ${cause instanceof Error ? cause.message : ""}`, {
      code: "CONFIG_INVALID",
      cause,
    });
  }
};

/** Ends what the session still runs and rolls back what it has open. Not waited for: one huge expression may hold the server for long. */
export const endSession = (session: Session): Promise<void> =>
  // A session that cannot say goodbye has lost its connection, and with it the server ends its work.
  session.close().catch(() => undefined);
