import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** What a format's own reader says of one file. */
export interface Reading {
  readonly faults: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface PythonReaders {
  read(format: string, files: readonly string[]): Promise<readonly Reading[]>;
  /** Address of a file that one of the packages brings, by its path among them. */
  fileOf(path: string): URL;
}

const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const REQUIREMENTS = here("readers-requirements.txt");
const SCRIPT = here("read-exports.py");
const CACHE = here("../../../node_modules/.cache/exchange-readers");
/** A first run fetches some 90 MB of packages; a slow registry must end in a skip, not in a hang. */
const INSTALL_TIMEOUT_MS = 240_000;
const READ_TIMEOUT_MS = 120_000;

/**
 * A virtual environment with the pinned readers, made once and kept beside the packages of npm. Says what is missing when Python
 * or a package cannot be had: then the tests that need it are skipped.
 */
export const openPythonReaders = async (): Promise<PythonReaders | { readonly missing: string }> => {
  const folder = join(
    CACHE,
    createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12),
  );
  if (!existsSync(folder)) {
    try {
      await install(folder);
    } catch (error) {
      return { missing: `the readers of ${REQUIREMENTS} cannot be installed: ${firstLineOf(error)}` };
    }
  }
  const python = join(folder, "bin", "python");
  const [library = ""] = readdirSync(join(folder, "lib"));
  return {
    fileOf: (path) => pathToFileURL(join(folder, "lib", library, "site-packages", path)),
    read: async (format, files) => {
      const { stdout } = await run(python, [SCRIPT, format, ...files], {
        timeout: READ_TIMEOUT_MS,
        maxBuffer: 64 * 1024 * 1024,
      });
      return stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Reading);
    },
  };
};

/** Into a folder of its own first, so that no test finds half of it, however many start at once. */
const install = async (folder: string): Promise<void> => {
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, "draft-"));
  const options = { timeout: INSTALL_TIMEOUT_MS };
  try {
    await run("python3", ["-m", "venv", draft], options);
    const pip = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--no-deps",
      "--no-compile",
      "-r",
      REQUIREMENTS,
    ];
    await run(join(draft, "bin", "python"), pip, options);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
};

const firstLineOf = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .trim()
    .slice(0, 400);
