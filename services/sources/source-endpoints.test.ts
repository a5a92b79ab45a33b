import { describe, expect, it } from "vitest";
import { createEndpoints } from "./source-endpoints.ts";

const page = new URL("https://tide.example.org/posts/one?page=2");

describe("createEndpoints", () => {
  it("asks the public services when nothing is configured", () => {
    const endpoints = createEndpoints({});

    expect(endpoints).toMatchObject({
      hub: "https://huggingface.co",
      githubApi: "https://api.github.com",
      githubRaw: "https://raw.githubusercontent.com",
      arxivApi: "https://export.arxiv.org",
      arxivPages: "https://arxiv.org",
      isMirror: false,
    });
    expect(endpoints.toPage(page)).toBe(page.href);
  });

  it("asks configured addresses, with their paths", () => {
    const endpoints = createEndpoints({
      hubUrl: "http://10.0.0.5:8080/hub/",
      arxivUrl: "https://papers.example.org",
    });

    expect(endpoints).toMatchObject({
      hub: "http://10.0.0.5:8080/hub",
      arxivApi: "https://papers.example.org",
      arxivPages: "https://papers.example.org",
    });
    expect([...endpoints.origins]).toContain("http://10.0.0.5:8080");
  });

  it("asks a mirror for everything", () => {
    const endpoints = createEndpoints({ mirror: "http://127.0.0.1:4871", hubUrl: "https://huggingface.co" });

    expect(endpoints).toMatchObject({
      hub: "http://127.0.0.1:4871",
      githubRaw: "http://127.0.0.1:4871/raw.githubusercontent.com",
      arxivApi: "http://127.0.0.1:4871/export.arxiv.org",
      isMirror: true,
    });
    expect(endpoints.toPage(page)).toBe("http://127.0.0.1:4871/web/tide.example.org/posts/one?page=2");
    expect([...endpoints.origins]).toEqual(["http://127.0.0.1:4871"]);
  });

  it.each(["ftp://hub.example.org", "hub.example.org", ""])("refuses %j as an address", (hubUrl) => {
    expect(() => createEndpoints({ hubUrl })).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });
});
