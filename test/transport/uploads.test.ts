import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Agent } from "undici";
import { describe, expect, it, vi } from "vitest";
import { Docker } from "../../src/index.js";
import { frame } from "../support/frames.js";
import { serve } from "../support/server.js";

/** Bytes without an end, and whether they were given up. */
function endless(): {
  bytes: AsyncGenerator<Uint8Array>;
  ended: () => boolean;
  sent: () => number;
} {
  let [ended, sent] = [false, 0];
  const bytes = (async function* () {
    try {
      for (;;) {
        sent += 64 * 1024;
        yield Buffer.alloc(64 * 1024);
        await sleep(0);
      }
    } finally {
      ended = true;
    }
  })();
  return { bytes, ended: () => ended, sent: () => sent };
}

const query = { path: "/" };

describe("an upload", () => {
  it("arrives as it is, from bytes, text, a generator or a Readable", async () => {
    const bodies: string[] = [];
    await using server = await serve(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(`${request.headers["content-type"]} ${body}`);
      response.end();
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a ");
      yield Buffer.from("tar");
    };
    for (const body of [Buffer.from("a tar"), "a tar", pieces(), Readable.from(pieces())]) {
      await docker.containers.putArchive("web", body, query);
    }
    expect(new Set(bodies)).toEqual(new Set(["application/x-tar a tar"]));
  });

  it("that is aborted on the way ends its source and frees the connection", async () => {
    await using server = await serve((request) => void request.resume());
    await using docker = new Docker({ host: server.host, env: {} });
    const source = endless();
    const controller = new AbortController();
    const { signal } = controller;
    const upload = docker.containers.putArchive("web", source.bytes, query, { signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(upload).rejects.toThrow("enough");
    await vi.waitFor(() => expect(source.ended()).toBe(true));
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("that is aborted before it is sent ends its source, too", async () => {
    await using server = await serve(() => {});
    await using docker = new Docker({ host: server.host, env: {} });
    const body = Readable.from(endless().bytes);
    const signal = AbortSignal.abort(new Error("never mind"));
    const upload = docker.containers.putArchive("web", body, query, { signal });
    await expect(upload).rejects.toThrow("never mind");
    expect(body.destroyed).toBe(true);
  });

  it("goes no faster than the engine takes it", async () => {
    await using server = await serve(() => {});
    const docker = new Docker({ host: server.host, env: {} });
    const source = endless();
    const upload = docker.containers.putArchive("web", source.bytes, query);
    await vi.waitFor(() => expect(source.sent()).toBeGreaterThan(0));
    await sleep(100);
    expect(source.sent()).toBeLessThan(2 * 1024 * 1024);
    void docker.close();
    await expect(upload).rejects.toMatchObject({ code: "CLOSED" });
    await vi.waitFor(() => expect(source.ended()).toBe(true));
  });

  it("that the engine refuses before its end has the engine's words, and ends its source", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"message":"No such container: web"}');
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const source = endless();
    await expect(docker.containers.putArchive("web", source.bytes, query)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "No such container: web",
    });
    await vi.waitFor(() => expect(source.ended()).toBe(true));
  });

  it("whose source fails, fails with the source's own error", async () => {
    await using server = await serve((request) => void request.resume());
    await using docker = new Docker({ host: server.host, env: {} });
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(512);
      throw Object.assign(new Error("my disk is gone"), { code: "ENOENT" });
    };
    await expect(docker.containers.putArchive("web", failing(), query)).rejects.toThrow(
      "my disk is gone",
    );
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });
});

describe("a download", () => {
  const stat = Buffer.from(
    JSON.stringify({
      name: "x",
      size: 1,
      mode: 420,
      mtime: "2026-01-01T00:00:00Z",
      linkTarget: "",
    }),
  ).toString("base64");

  it("is pulled: what nobody reads is not sent", async () => {
    let sent = 0;
    await using server = await serve((_, response) => {
      response.writeHead(200, { "x-docker-container-path-stat": stat });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 64 * 1024;
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const { archive } = await docker.containers.getArchive("web", { path: "/x" });
    for await (const _ of archive) break;
    await vi.waitFor(() => expect(server.busy()).toBe(0));
    expect(sent).toBeLessThan(4 * 1024 * 1024);
  });

  it("that breaks off is a ConnectionError for who reads it", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { "x-docker-container-path-stat": stat });
      response.write("half");
      setTimeout(() => response.destroy(), 20);
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const { archive } = await docker.containers.getArchive("web", { path: "/x" });
    const reading = (async () => {
      for await (const _ of archive);
    })();
    await expect(reading).rejects.toMatchObject({ code: "CONNECTION" });
  });

  it("that is aborted in the middle rejects with the signal's reason", async () => {
    await using server = await serve((_, response) => void response.write("half"));
    await using docker = new Docker({ host: server.host, env: {} });
    const controller = new AbortController();
    const exported = await docker.containers.export("web", { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    const reading = (async () => {
      for await (const _ of exported);
    })();
    await expect(reading).rejects.toThrow("enough");
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("of images that the engine broke off is a ProgressError, not a broken archive", async () => {
    const words = "write /var/lib: no space left on device";
    await using server = await serve((_, response) => {
      response.write(Buffer.alloc(10_240));
      response.end(`{"errorDetail":{"message":"${words}"},"error":"${words}"}\r\n`);
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const reading = (async () => {
      for await (const _ of await docker.images.save(["a", "b"]));
    })();
    await expect(reading).rejects.toMatchObject({ code: "PROGRESS", message: words });
  });
});

describe("progress that something on the way ends early", () => {
  const said = { status: "Pulling from library/alpine", id: "3.20" };

  it.each([
    ["pull", said, (docker: Docker) => docker.images.pull("alpine:3.20")],
    ["push", { status: "Preparing", id: "a" }, (docker: Docker) => docker.images.push("a/b:1")],
    ["build", { stream: "Step 1/2" }, (docker: Docker) => docker.images.build({ Dockerfile: "" })],
    ["import", { status: "Importing" }, (docker: Docker) => docker.images.import("tar")],
  ])("is a ProtocolError of a %s", async (what, message, call) => {
    await using server = await serve((request, response) => {
      request.resume().on("end", () => response.end(`${JSON.stringify(message)}\r\n`));
    });
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(call(docker)).rejects.toMatchObject({
      code: "PROTOCOL",
      message: expect.stringMatching(`^the ${what} ended without saying`),
    });
  });
});

describe("what is quiet for longer than undici allows", () => {
  it("goes on: logs, events, a wait", async () => {
    await using server = await serve((request, response) => {
      // No head, then no body, each for longer than the dispatcher's limits.
      setTimeout(() => {
        response.writeHead(200, { "content-type": "application/vnd.docker.multiplexed-stream" });
        response.flushHeaders();
      }, 1500);
      setTimeout(() => {
        if (request.url?.includes("/logs")) response.end(frame(1, "at last\n"));
        else if (request.url?.includes("/events")) response.end('{"Type":"container"}\n');
        else response.end('{"StatusCode":0}');
      }, 3000);
    });
    const dispatcher = new Agent({
      connect: { socketPath: server.host.replace("unix://", "") },
      headersTimeout: 200,
      bodyTimeout: 200,
    });
    await using docker = new Docker({ dispatcher });
    const events = async (): Promise<unknown[]> => {
      const all: unknown[] = [];
      for await (const event of docker.system.events()) all.push(event);
      return all;
    };
    const [logs, waited, told] = await Promise.all([
      docker.containers.logs("web", { stdout: true, follow: true }).text(),
      docker.containers.wait("web"),
      events(),
    ]);
    expect([logs, waited, told]).toEqual(["at last\n", { StatusCode: 0 }, [{ Type: "container" }]]);
    // The limits themselves are at work.
    const { request } = await import("undici");
    await expect(request("http://docker/x", { dispatcher })).rejects.toMatchObject({
      code: "UND_ERR_HEADERS_TIMEOUT",
    });
    await dispatcher.destroy();
  }, 15_000);

  it("ends after the idle time that was asked for", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200).flushHeaders();
    });
    await using docker = new Docker({ host: server.host, env: {}, timeout: { idle: 50 } });
    const read = async (stream: AsyncIterable<unknown>): Promise<void> => {
      for await (const _ of stream);
    };
    await expect(read(docker.system.events())).rejects.toMatchObject({ code: "TIMEOUT" });
    await expect(read(docker.containers.stats("web"))).rejects.toMatchObject({
      message: expect.stringMatching(/nothing came for 50 ms/),
    });
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });
});
