import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { ROLES } from "../../schema/roles.ts";

const ID_BYTES = 6;
/** Past guessing, so one plain hash protects it at rest: the slow hashes for passwords make up for what a person can remember. */
const SECRET_BYTES = 32;
const TEXT = /^stemma_([0-9a-f]{12})_([0-9a-f]{64})$/;

/** What is kept of a token: everything but the secret. */
export const TokenRecord = z.object({
  /** The visible part between `stemma_` and the secret, by which a token is recognised. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  name: z.string().min(1).max(80),
  role: z.enum(ROLES),
  /** Hex SHA-256 of the secret. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().optional(),
  revokedAt: z.iso.datetime().optional(),
});
export type TokenRecord = z.infer<typeof TokenRecord>;

export interface NewToken {
  readonly id: string;
  /** The whole token: shown once, kept nowhere. */
  readonly text: string;
  readonly hash: string;
}

export const createToken = (random: (bytes: number) => Buffer = randomBytes): NewToken => {
  const id = random(ID_BYTES).toString("hex");
  const secret = random(SECRET_BYTES).toString("hex");
  return { id, text: `stemma_${id}_${secret}`, hash: toDigest(secret).toString("hex") };
};

/** The parts of a text that is written like a token. */
export const parseToken = (text: string): { readonly id: string; readonly secret: string } | undefined => {
  const [, id, secret] = TEXT.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
};

/** Whether the secret is the one that was hashed; takes the same time wherever they differ. */
export const isSecretOf = ({ hash }: Pick<TokenRecord, "hash">, secret: string): boolean =>
  timingSafeEqual(toDigest(secret), Buffer.from(hash, "hex"));

/** Compares digests, so that neither length nor content shows in the time taken. */
export const isSameText = (one: string, other: string): boolean =>
  timingSafeEqual(toDigest(one), toDigest(other));

const toDigest = (text: string): Buffer => createHash("sha256").update(text).digest();
