import { userInfo } from "node:os";
import { AppError } from "../../../schema/errors.ts";
import type { Config } from "../../config.ts";
import type { Reviewer } from "../../reviews.ts";

/** Who decides: the name that was given, that of STEMMA_REVIEWER, or the user of this machine. */
export const reviewerOf = (given: string | undefined, { reviewer }: Pick<Config, "reviewer">): Reviewer => ({
  name: (given ?? reviewer ?? loginName()).trim().slice(0, 200),
  role: "reviewer",
});

const loginName = (): string => {
  try {
    return userInfo().username;
  } catch (error) {
    throw new AppError("this system gives no user name: say who decides with --as or STEMMA_REVIEWER", {
      code: "CONFIG_INVALID",
      cause: error,
    });
  }
};
