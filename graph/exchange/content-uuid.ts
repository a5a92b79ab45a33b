import { createHash } from "node:crypto";

/** RFC 9562, section 6.6: the name space of ids that are made from addresses. */
const URL_NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
const UUID_BYTES = 16;

/** A UUID of version 5: the same text under the same base address gives the same id, on every machine. */
export const toContentUuid = (baseUrl: string, content: Iterable<string>): string => {
  const hash = createHash("sha1").update(URL_NAMESPACE).update(`${baseUrl}\n`);
  for (const piece of content) hash.update(piece);
  const bytes = hash.digest().subarray(0, UUID_BYTES);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};
