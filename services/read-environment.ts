import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

/** The process's environment, over what a file `.env` in the working folder says. */
export const readEnvironment = (): Readonly<Record<string, string | undefined>> => ({
  ...readDotEnv(),
  ...process.env,
});

const readDotEnv = (): Readonly<Record<string, string | undefined>> => {
  try {
    return parseEnv(readFileSync(".env", "utf8"));
  } catch (error) {
    // Most folders have none; one that cannot be read is a fault to hear of.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
};
