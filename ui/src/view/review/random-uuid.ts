import { randomId } from "../random-id.ts";

/** A version 4 UUID; crypto.randomUUID exists only on secure origins. */
export const randomUuid = (): string => {
  const hex = randomId();
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4] ?? "8";
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
};
