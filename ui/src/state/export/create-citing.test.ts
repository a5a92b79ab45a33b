import { expect, it } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import { aDataset } from "../../test-data.ts";
import { type CitingDependencies, createCiting } from "./create-citing.ts";

const DEPENDENCIES: CitingDependencies = {
  shown: () => [aDataset("a/shown")],
  ancestry: async () => ({ nodes: [aDataset("a/far"), aDataset("a/shown")], truncated: true }),
  detail: async () => ({ documents: [] }),
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

it("lists the whole ancestry first, and what is shown when asked", async () => {
  const citing = createCiting(DEPENDENCIES);
  await settled();
  expect(citing.state.value).toMatchObject({ kind: "ready", truncated: true });
  expect(citing.text.value).toMatch(/@misc\{a\/far,[^]*@misc\{a\/shown,/);

  citing.scope.value = "shown";
  citing.format.value = "text";
  await settled();

  expect(citing.text.value).toBe("a. shown. Hugging Face Hub. https://huggingface.co/datasets/a/shown.\n");
});

it("says what failed, and tries again", async () => {
  const failing = { left: 1 };
  const citing = createCiting({
    ...DEPENDENCIES,
    ancestry: async (abort) => {
      failing.left -= 1;
      if (failing.left >= 0) throw new AppError("away", { code: "UPSTREAM_FAILED", transient: true });
      return DEPENDENCIES.ancestry(abort);
    },
  });
  await settled();
  expect(citing.state.value).toMatchObject({ kind: "failed", error: { code: "UPSTREAM_FAILED" } });

  citing.retry();
  await settled();

  expect(citing.state.value.kind).toBe("ready");
});

it("keeps what was read when it is stopped", async () => {
  const citing = createCiting({
    ...DEPENDENCIES,
    detail: (_id, abort) =>
      new Promise((_resolve, reject) => abort.addEventListener("abort", () => reject(new Error("stopped")))),
  });
  await settled();
  expect(citing.state.value.kind).toBe("reading");

  citing.stop();
  await settled();

  expect(citing.state.value).toMatchObject({ kind: "ready", stopped: true });
  expect(citing.text.value).toContain("@misc{a/far,");
});
