import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface RequestLoop {
  /** The same request is sent over and over, each connection waiting for its answer. */
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly durationMs: number;
}

export interface LoopResult {
  readonly requests: number;
  readonly elapsedMs: number;
  /** Answers of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Bytes of one answer's body. */
  readonly bodyBytes: number;
}

/** A load generator on bare sockets: it shares the machine with the service, so it must cost little. */
export const runRequestLoop = async (loop: RequestLoop): Promise<LoopResult> => {
  const start = performance.now();
  const until = start + loop.durationMs;
  const results = await Promise.all(
    Array.from({ length: loop.connections }, () => runConnection(loop, until)),
  );
  const elapsedMs = performance.now() - start;
  const statuses = new Map<number, number>();
  for (const { status, requests } of results.flat())
    statuses.set(status, (statuses.get(status) ?? 0) + requests);
  const requests = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return { requests, elapsedMs, statuses, bodyBytes: results[0]?.[0]?.bodyBytes ?? 0 };
};

interface Counted {
  readonly status: number;
  readonly bodyBytes: number;
  requests: number;
}

const runConnection = async (loop: RequestLoop, until: number): Promise<readonly Counted[]> => {
  const { hostname, port } = new URL(loop.origin);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, "connect");
  const request = Buffer.from(toRequest(loop));
  const counted = new Map<number, Counted>();
  const answers = readAnswers(socket);
  while (performance.now() < until) {
    socket.write(request);
    const { status, bodyBytes } = await answers.next();
    const known = counted.get(status);
    if (known === undefined) counted.set(status, { status, bodyBytes, requests: 1 });
    else known.requests += 1;
  }
  socket.destroy();
  return [...counted.values()];
};

const toRequest = ({ origin, path, headers }: RequestLoop): string => {
  const lines = Object.entries({ host: new URL(origin).host, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
};

interface Answer {
  readonly status: number;
  readonly bodyBytes: number;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** Takes answers with a content-length, or with none and no body, apart. */
const readAnswers = (socket: Socket) => {
  let pending: Buffer = Buffer.alloc(0);
  let head: (Answer & { readonly end: number }) | undefined;
  let resolve: ((answer: Answer) => void) | undefined;
  let reject: ((error: Error) => void) | undefined;
  socket.on("data", (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    head ??= parseHead(pending);
    if (head === undefined || pending.length < head.end) return;
    pending = pending.subarray(head.end);
    const { status, bodyBytes } = head;
    head = undefined;
    resolve?.({ status, bodyBytes });
  });
  socket.once("error", (error) => reject?.(error));
  socket.once("close", () => reject?.(new Error("the service closed the connection")));
  return {
    next: (): Promise<Answer> =>
      new Promise((done, failed) => {
        resolve = done;
        reject = failed;
      }),
  };
};

const parseHead = (bytes: Buffer): (Answer & { readonly end: number }) | undefined => {
  const at = bytes.indexOf(HEAD_END);
  if (at < 0) return undefined;
  const text = bytes.subarray(0, at).toString("latin1");
  const bodyBytes = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return { status: Number(text.slice(9, 12)), bodyBytes, end: at + HEAD_END.length + bodyBytes };
};
