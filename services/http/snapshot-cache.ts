import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Pictures of the graph, one for each question that may be asked. */
export interface PictureSource<Query> {
  /** Another text for another state of the graph. */
  version(): Promise<string>;
  read(query: Query): Promise<object>;
}

/** A snapshot as it goes over the wire, ready in every form. */
export interface EncodedSnapshot {
  /** Of the content, so that it stays the same where a write changed nothing in the picture. */
  readonly tag: string;
  readonly forms: Readonly<Record<"identity" | "gzip" | "br", Buffer>>;
}

/** Different snapshots kept at a time: one of 20,000 datasets takes about 6 MB. */
const MAX_KEPT = 8;
/** A graph that is read faster is read again after every write. A larger one under writes is answered from before for so many times its reading time. */
const QUICK_MS = 300;
const PATIENCE_FACTOR = 5;
/** A write amid the reading mixes two states; a third attempt would only meet the next write. */
const MAX_ATTEMPTS = 2;
const BROTLI_QUALITY = 5;

interface Kept {
  readonly version: string;
  readonly encoded: EncodedSnapshot;
  readonly freshUntilMs: number;
}

/** Gives the snapshot of the graph's latest version, read, serialised and compressed once however many ask. */
export const createSnapshotCache = <Query extends object>(
  source: PictureSource<Query>,
): ((query: Query) => Promise<EncodedSnapshot>) => {
  const kept = new Map<string, Kept>();
  const building = new Map<string, Promise<Kept>>();
  const build = async (key: string, query: Query): Promise<Kept> => {
    const built = await buildSnapshot(source, query);
    kept.delete(key);
    kept.set(key, built);
    const oldest = kept.keys().next().value;
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return built;
  };
  return async (query) => {
    const key = JSON.stringify(Object.entries(query).sort());
    const version = await source.version();
    await building.get(key)?.catch(() => undefined);
    const known = kept.get(key);
    if (known !== undefined && (known.version === version || known.freshUntilMs > performance.now())) {
      return known.encoded;
    }
    // Whoever waited above with others finds the one that the first of them began.
    const begun = building.get(key) ?? build(key, query).finally(() => building.delete(key));
    building.set(key, begun);
    return (await begun).encoded;
  };
};

const buildSnapshot = async <Query>(source: PictureSource<Query>, query: Query): Promise<Kept> => {
  const startedMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const version = await source.version();
    const snapshot = await source.read(query);
    if (attempt < MAX_ATTEMPTS && (await source.version()) !== version) continue;
    const encoded = await encode(snapshot);
    const tookMs = performance.now() - startedMs;
    const patienceMs = tookMs < QUICK_MS ? 0 : tookMs * PATIENCE_FACTOR;
    return { version, encoded, freshUntilMs: performance.now() + patienceMs };
  }
};

const encode = async (snapshot: object): Promise<EncodedSnapshot> => {
  const identity = Buffer.from(JSON.stringify(snapshot));
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(identity),
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  ]);
  const digest = createHash("sha256").update(identity).digest("base64url").slice(0, 27);
  return { tag: `W/"${digest}"`, forms: { identity, gzip: gzipped, br: brotli } };
};
