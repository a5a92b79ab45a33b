import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set while a write runs that has a key. */
    keyedWrite: KeyedWrite | null;
  }
}

/** Keys remembered; a repeat comes within seconds or minutes, not after a thousand other writes. */
const MAX_KEYS = 1_000;
/** Of all remembered answers together; a character takes one or two bytes. */
const MAX_ANSWER_CHARACTERS = 16 * 1024 ** 2;
const KEY = /^[\x21-\x7e]{1,200}$/;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | null;
}

interface KeyedWrite {
  readonly key: string;
  readonly content: string;
  readonly answer: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
}

/** What only asks changes nothing: it is answered anew, and its answers, which are large, are not kept. */
const QUESTIONS = /^\/api\/cypher(?:$|\/saved\/)/;

/**
 * Makes a write happen once per `idempotency-key`, token and address: a repeat is given the first one's answer, also while that
 * one still runs. A failed write is forgotten, so that it can be tried again. The same key with other content is a CONFLICT.
 */
export const registerIdempotency = (api: FastifyInstance): void => {
  const known = new Map<string, KeyedWrite>();
  const kept = createKept((key) => known.delete(key));
  api.decorateRequest("keyedWrite", null);
  api.addHook("preHandler", async (request, reply) => {
    const key = readKey(request);
    if (key === undefined) return;
    const content = contentOf(request);
    const before = known.get(key);
    if (before === undefined) {
      request.keyedWrite = remember(known, key, content);
      return;
    }
    if (before.content !== content) {
      throw new AppError("this idempotency key was used for another request", { code: "CONFLICT" });
    }
    const { status, headers, payload } = await before.answer;
    return reply.status(status).headers(headers).header("idempotent-replayed", "true").send(payload);
  });
  api.addHook("onSend", async (request, reply, payload) => {
    const write = request.keyedWrite;
    if (write === null) return payload;
    if (reply.statusCode >= 400 || !isText(payload)) known.delete(write.key);
    else kept.add(write.key, payload?.length ?? 0);
    write.settle({
      status: reply.statusCode,
      headers: headersOf(reply),
      payload: isText(payload) ? payload : null,
    });
    return payload;
  });
};

const readKey = (request: FastifyRequest): string | undefined => {
  const key = request.headers["idempotency-key"];
  if (key === undefined || SAFE_METHODS.has(request.method)) return undefined;
  if (QUESTIONS.test(request.routeOptions.url ?? "")) return undefined;
  if (typeof key !== "string" || !KEY.test(key)) {
    throw new AppError("idempotency-key: expected 1 to 200 visible ASCII characters", {
      code: "INPUT_INVALID",
    });
  }
  const { tokenId, name } = request.session;
  return [tokenId ?? name, request.method, request.url, key].join(" ");
};

const contentOf = ({ body }: FastifyRequest): string =>
  createHash("sha256")
    .update(Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? ""))
    .digest("hex");

const remember = (known: Map<string, KeyedWrite>, key: string, content: string): KeyedWrite => {
  const { promise: answer, resolve: settle } = createDeferred<Answer>();
  const write = { key, content, answer, settle };
  known.set(key, write);
  const oldest = known.keys().next().value;
  if (known.size > MAX_KEYS && oldest !== undefined) known.delete(oldest);
  return write;
};

/** Counts the characters of the answers that are remembered, and forgets the oldest when they are too many. */
const createKept = (forget: (key: string) => void) => {
  const sizes = new Map<string, number>();
  let total = 0;
  const remove = (key: string): void => {
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };
  return {
    add: (key: string, characters: number): void => {
      remove(key);
      sizes.set(key, characters);
      total += characters;
      for (const oldest of sizes.keys()) {
        if (total <= MAX_ANSWER_CHARACTERS && sizes.size <= MAX_KEYS) return;
        remove(oldest);
        forget(oldest);
      }
    },
  };
};

const createDeferred = <Value>() => {
  const settling: { resolve?: (value: Value) => void } = {};
  const promise = new Promise<Value>((resolve) => (settling.resolve = resolve));
  return { promise, resolve: (value: Value): void => settling.resolve?.(value) };
};

const headersOf = (reply: FastifyReply): Readonly<Record<string, string>> => {
  const kept = ["content-type", "location"].map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
};

const isText = (payload: unknown): payload is string | null =>
  typeof payload === "string" || payload === null;
