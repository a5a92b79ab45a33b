import { Calibration } from "../schema/calibration.ts";
import { AppError } from "../schema/errors.ts";
import type { Value } from "./database.ts";
import type { Properties } from "./rows.ts";

export const fromCalibration = (calibration: Calibration): Properties => {
  const { id, sequence, ...rest } = Calibration.parse(calibration);
  return { id, sequence, kind: rest.kind, body: JSON.stringify(rest) };
};

export const toCalibration = (properties: Value | undefined): Calibration => {
  const stored = properties as { readonly [key: string]: Value } | undefined;
  const body = stored?.["body"];
  const rest: unknown = typeof body === "string" ? JSON.parse(body) : undefined;
  const parsed = Calibration.safeParse({
    ...(typeof rest === "object" ? rest : {}),
    id: stored?.["id"],
    sequence: stored?.["sequence"],
  });
  if (parsed.success) return parsed.data;
  throw new AppError(
    `the graph holds no readable calibration: ${JSON.stringify(properties)?.slice(0, 300)}`,
    { code: "INTERNAL", cause: parsed.error },
  );
};
