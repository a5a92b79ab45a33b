import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { ROLES, type Role } from "../../../schema/roles.ts";
import type { ListedToken, TokenStore } from "../../auth/token-store.ts";
import { type CommonOptions, EXIT, runCommand, withCommonOptions } from "../command-context.ts";

interface CreateOptions extends CommonOptions {
  readonly role: Role;
  readonly name: string;
  readonly expires?: Date;
}

const HELP = `
A viewer reads; a reviewer also decides on edges; an operator also traces, imports and runs.
As soon as one token was made, the service asks for one on every address.

Examples:
  stemma token create --role viewer --name reading-room
  stemma token create --role operator --name nightly-trace --expires 90d
  stemma token list
  stemma token revoke reading-room`;

/** Works on the data folder alone: the graph stays closed, so a running service is not in the way and sees the change at once. */
export const registerToken = (program: Command): Command => {
  const token = program
    .command("token")
    .description("make, list and revoke the tokens that the service asks for")
    .addHelpText("after", HELP);
  registerCreate(token);
  registerList(token);
  registerRevoke(token);
  return token;
};

const registerCreate = (token: Command): Command =>
  withCommonOptions(token.command("create"))
    .description("make a token; it is shown once and kept as a hash only")
    .addOption(new Option("--role <role>", "what it may do").choices([...ROLES]).makeOptionMandatory())
    .requiredOption("--name <name>", "whose it is, or what for", parseName)
    .option("--expires <when>", "days from now (90d), or a date (2027-06-30)", parseExpiry)
    .action(({ role, name, expires, ...options }: CreateOptions) =>
      runCommand(options, async ({ config, terminal, json }) => {
        const tokens = await openTokens(config.dataFolder);
        const expiry = expires === undefined ? {} : { expiresAt: expires };
        const made = await tokens.create({ role, name, ...expiry });
        if (json) terminal.printJson({ ...made.token, token: made.text });
        else {
          terminal.print(made.text);
          terminal.note(`${describe(made.token)}. Keep it now: it is not shown again.`);
        }
        return EXIT.done;
      }),
    );

const registerList = (token: Command): Command =>
  withCommonOptions(token.command("list"))
    .description("tokens with their role, state and last use; never their secret")
    .action((options: CommonOptions) =>
      runCommand(options, async ({ config, terminal, json }) => {
        const list = await (await openTokens(config.dataFolder)).list();
        if (json) for (const one of list) terminal.printJson(one);
        else if (list.length === 0) terminal.note("no token was made yet: stemma token create");
        else for (const line of toTable(list)) terminal.print(line);
        return EXIT.done;
      }),
    );

const registerRevoke = (token: Command): Command =>
  withCommonOptions(token.command("revoke"))
    .description("take a token's effect away, at once")
    .argument("<token>", "its id, or its name")
    .action((idOrName: string, options: CommonOptions) =>
      runCommand(options, async ({ config, terminal, json }) => {
        const revoked = await (await openTokens(config.dataFolder)).revoke(idOrName);
        if (json) terminal.printJson(revoked);
        else terminal.print(`revoked ${describe(revoked)}`);
        return EXIT.done;
      }),
    );

const openTokens = async (dataFolder: string): Promise<TokenStore> => {
  const { createTokenStore } = await import("../../auth/token-store.ts");
  return createTokenStore({
    folder: join(dataFolder, "tokens"),
    now: () => new Date(),
    onUseUnwritten: (error) => {
      throw error;
    },
  });
};

const describe = ({ id, name, role, expiresAt }: ListedToken): string =>
  `${role} token ${name} (stemma_${id}_...)${expiresAt === undefined ? "" : `, until ${expiresAt.slice(0, 10)}`}`;

const toTable = (list: readonly ListedToken[]): readonly string[] => {
  const rows = [
    ["token", "name", "role", "state", "made", "expires", "last used"],
    ...list.map((one) => [
      one.id,
      one.name,
      one.role,
      one.state,
      one.createdAt.slice(0, 10),
      one.expiresAt?.slice(0, 10) ?? "never",
      one.lastUsedAt?.slice(0, 16).replace("T", " ") ?? "never",
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
};

const parseName = (text: string): string => {
  const name = text.trim();
  if (/^[^\p{C}]{1,80}$/u.test(name)) return name;
  throw new InvalidArgumentError("expected 1 to 80 characters on one line");
};

const DAY_MS = 86_400_000;

const parseExpiry = (text: string): Date => {
  const days = /^([1-9]\d{0,4})d$/.exec(text)?.[1];
  const date = days === undefined ? new Date(text) : new Date(Date.now() + Number(days) * DAY_MS);
  if (/^\d/.test(text) && date.getTime() > Date.now()) return date;
  throw new InvalidArgumentError("expected days from now such as 90d, or a date to come such as 2027-06-30");
};
