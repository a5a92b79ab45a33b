import { type Server, type Socket, connect, createServer } from "node:net";

/** A way to a server that can be shut, and opened again: what a client sees of an outage. */
export interface TcpGate {
  readonly port: number;
  /** Cuts every connection; new ones pass. */
  cut(): void;
  /** Cuts every connection and lets no new one in. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Lets the next such bytes pass to the server, and cuts everything before its answer comes back. */
  cutAfter(bytes: Buffer): void;
}

interface Target {
  readonly host: string;
  readonly port: number;
}

export const openTcpGate = async (target: Target): Promise<TcpGate> => {
  const pairs = new Set<Pair>();
  let trap: Buffer | undefined;
  let server: Server | undefined;

  const cut = (): void => {
    trap = undefined;
    for (const pair of pairs) pair.cut();
    pairs.clear();
  };
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      cut();
      if (server === undefined) resolve();
      else server.close(() => resolve());
      server = undefined;
    });
  const springs = (data: Buffer): boolean => trap !== undefined && data.includes(trap);
  const open = async (port: number): Promise<number> => {
    server = createServer((client) => {
      pairs.add(joinSockets(client, connect(target.port, target.host), { springs, cut }));
    });
    return listen(server, port);
  };
  const port = await open(0);
  return {
    port,
    cut,
    shut,
    open: async () => void (await open(port)),
    cutAfter: (bytes) => {
      trap = bytes;
    },
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

interface Pair {
  cut(): void;
}

interface Trap {
  /** Whether what the client sends springs the trap: the answer is held back, and everything is cut. */
  springs(data: Buffer): boolean;
  cut(): void;
}

const joinSockets = (client: Socket, upstream: Socket, trap: Trap): Pair => {
  let isTrapped = false;
  const cut = (): void => {
    client.destroy();
    upstream.destroy();
  };
  for (const socket of [client, upstream]) {
    socket.setNoDelay(true);
    // A connection that breaks is what the gate is for.
    socket.on("error", () => undefined).on("close", cut);
  }
  client.on("data", (data: Buffer) => {
    isTrapped ||= trap.springs(data);
    upstream.write(data);
  });
  upstream.on("data", (data: Buffer) => {
    if (isTrapped) trap.cut();
    else client.write(data);
  });
  return { cut };
};
