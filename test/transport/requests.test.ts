import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { encodePath, encodeQuery } from "../../src/transport/encode.js";
import { serve } from "../support/server.js";

/** The requests that reach the engine while `use` runs, pings left out. */
async function requests(use: (docker: Docker) => Promise<unknown>): Promise<IncomingMessage[]> {
  const seen: IncomingMessage[] = [];
  await using server = await serve((request, response) => {
    seen.push(request);
    response.end("{}");
  });
  await using docker = new Docker({ host: server.host, headers: { "X-Team": "blue" }, env: {} });
  await use(docker);
  return seen;
}

describe("a name in a path", () => {
  it("is encoded with its slashes", () => {
    expect(encodePath("/images/{name}/json", { name: "ghcr.io/org/app:1.0" })).toBe(
      "/images/ghcr.io%2Forg%2Fapp%3A1.0/json",
    );
  });

  it.each(["", "..", ".", "a/../b", "a//b", "a/", "/web", undefined, 7, "\ud800"])(
    "%j is refused before anything is sent",
    async (id) => {
      const seen = await requests(async (docker) => {
        await expect(docker.containers.stop(id as string)).rejects.toMatchObject({
          code: "CONFIG",
          option: "id",
        });
      });
      expect(seen).toEqual([]);
    },
  );

  it("with the slash that lists show is refused with the name without it", () => {
    expect(() => encodePath("/containers/{id}/json", { id: "/web" })).toThrow('pass "web"');
  });

  it("never changes which path is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (id) => {
        let path: string;
        try {
          path = encodePath("/containers/{id}/stop", { id });
        } catch {
          return;
        }
        const url = new URL(path, "http://docker");
        expect(url.pathname.split("/")).toHaveLength(4);
        expect(decodeURIComponent(url.pathname)).toBe(`/containers/${id}/stop`);
      }),
    );
  });
});

describe("a query", () => {
  it.each([
    [{ all: true, size: false, limit: 3 }, "all=true&size=false&limit=3"],
    [{ name: undefined, tag: null }, ""],
    [{ names: ["a", "b c"] }, "names=a&names=b%20c"],
    [{ filters: { status: ["exited"] } }, "filters=%7B%22status%22%3A%5B%22exited%22%5D%7D"],
    [{ platforms: [{ os: "linux" }] }, "platforms=%7B%22os%22%3A%22linux%22%7D"],
    [{ since: new Date(1_700_000_000_250) }, "since=1700000000.25"],
  ])("%j is written as the engine reads it", (query, text) => {
    expect(encodeQuery(query)).toBe(text);
  });

  it.each([{ t: Number.NaN }, { since: new Date(Number.NaN) }, { name: "\ud800" }])(
    "%j is refused",
    (query) => {
      expect(() => encodeQuery(query)).toThrow(expect.objectContaining({ code: "CONFIG" }));
    },
  );
});

describe("a request", () => {
  it("has the client's headers, those of the call, and no body where there is none", async () => {
    const [request] = await requests((docker) =>
      docker.containers.start("web", {}, { headers: { "X-Call": "1" } }),
    );
    expect(request?.headers).toMatchObject({
      host: "docker",
      "x-team": "blue",
      "x-call": "1",
      "user-agent": "docker-engine-sdk",
      "content-length": "0",
    });
    expect(request?.headers["content-type"]).toBeUndefined();
  });

  it("has each header once, as the call has it, whatever the case", async () => {
    const [request] = await requests((docker) =>
      docker.containers.list({}, { headers: { "x-team": "red", "USER-AGENT": "me/1" } }),
    );
    expect(request?.rawHeaders.filter((text) => /^(x-team|user-agent)$/i.test(text))).toHaveLength(
      2,
    );
    expect(request?.headers).toMatchObject({ "x-team": "red", "user-agent": "me/1" });
  });

  it("has JSON as the type of its body", async () => {
    const [request] = await requests((docker) => docker.volumes.create({ Name: "data" }));
    expect(request?.headers["content-type"]).toBe("application/json");
  });

  it("with headers that no request may have is not sent", async () => {
    const seen = await requests(async (docker) => {
      const call = docker.containers.list({}, { headers: { "x-a": "s3cret\n" } });
      await expect(call).rejects.toThrow(/^headers\.x-a: (?!.*s3cret)/);
    });
    expect(seen).toEqual([]);
  });
});
