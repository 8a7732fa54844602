import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { ClosedError, Docker } from "../../src/index.js";
import { listenTcp, serve } from "../support/server.js";

/** An engine that answers pings, and nothing else ever. */
const silent = (): ReturnType<typeof serve> => serve(() => {});

describe("a signal", () => {
  it("ends a call with its reason and frees the connection", async () => {
    await using server = await silent();
    await using docker = new Docker({ host: server.host, env: {} });
    const controller = new AbortController();
    const call = docker.containers.list({}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    await expect(call).rejects.toThrow("enough");
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("that is aborted already sends nothing", async () => {
    await using server = await silent();
    await using docker = new Docker({ host: server.host, env: {} });
    const signal = AbortSignal.abort("never mind");
    await expect(docker.containers.list({}, { signal })).rejects.toBe("never mind");
    expect(server.busy()).toBe(0);
  });

  it("ends one caller's wait for the version, and no other's", async () => {
    await using server = await serve(
      (_, response) =>
        void setTimeout(() => response.setHeader("Api-Version", "1.51").end("[]"), 60),
      { ping: false },
    );
    await using docker = new Docker({ host: server.host, env: {} });
    const first = docker.containers.list({}, { signal: AbortSignal.timeout(20) });
    const second = docker.containers.list();
    await expect(first).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(second).resolves.toEqual([]);
  });

  it("ends an answer in the middle", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write("[");
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const controller = new AbortController();
    const call = docker.containers.list({}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(call).rejects.toThrow("enough");
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("ends a call before a connection is made", async () => {
    // It accepts, and never says a word of its part of the handshake.
    const sockets: Socket[] = [];
    const server = createServer(
      (socket) => void sockets.push(socket.on("error", () => {}).resume()),
    );
    const { authority } = await listenTcp(server);
    const options = { host: `https://${authority}`, apiVersion: "1.44", env: {} };
    await using docker = new Docker({ ...options, timeout: { connect: 60_000 } });
    const signal = AbortSignal.timeout(30);
    await expect(docker.containers.list({}, { signal })).rejects.toBeInstanceOf(DOMException);
    await expect(docker.system.ping({ timeout: 30 })).rejects.toMatchObject({ code: "TIMEOUT" });
    // Closing takes the connection along that is not made yet.
    await docker.close();
    await vi.waitFor(() =>
      expect(sockets.every(({ destroyed, readableEnded }) => destroyed || readableEnded)).toBe(
        true,
      ),
    );
    server.close();
    for (const socket of sockets) socket.destroy();
  });

  it("that is aborted leaves no rejection behind that nobody handles", async () => {
    const signal = AbortSignal.abort("never mind");
    const badFiles = new Docker({ host: "tcp://localhost:1", certPath: "/nowhere", env: {} });
    await expect(badFiles.containers.list({}, { signal })).rejects.toBe("never mind");
    await expect(badFiles.containers.list()).rejects.toMatchObject({ code: "CONFIG" });
    const noSocket = new Docker({ host: "unix:///nowhere.sock", env: {} });
    await expect(noSocket.containers.list()).rejects.toMatchObject({ code: "CONNECTION" });
    const controller = new AbortController();
    const call = noSocket.containers.list({}, { signal: controller.signal });
    controller.abort("never mind");
    await expect(call).rejects.toBe("never mind");
    // The test run itself fails of an unhandled rejection, a turn later.
    await sleep(50);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("no start");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("no start");
      },
    ],
  ])("ends a wait whose onWaiting %s, and nothing is left behind", async (_, onWaiting) => {
    await using server = await serve((_request, response) =>
      response.writeHead(200).flushHeaders(),
    );
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.containers.wait("web", {}, { onWaiting })).rejects.toThrow("no start");
    await vi.waitFor(() => expect(server.busy()).toBe(0));
    await sleep(20);
  });

  it("ends a wait whose onWaiting does not come back", async () => {
    await using server = await serve((_, response) => response.writeHead(200).flushHeaders());
    await using docker = new Docker({ host: server.host, env: {} });
    const signal = AbortSignal.timeout(50);
    const onWaiting = (): Promise<never> => new Promise(() => {});
    const wait = docker.containers.wait("web", {}, { signal, onWaiting });
    await expect(wait).rejects.toBeInstanceOf(DOMException);
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("that outlives its calls keeps no listener of theirs", async () => {
    await using server = await serve((_, response) => response.end("[]"));
    await using docker = new Docker({ host: server.host, env: {} });
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    for (let i = 0; i < 5; i++) await docker.containers.list({}, { signal, timeout: 1_000 });
    await vi.waitFor(() =>
      expect(remove.mock.calls.length).toBeGreaterThanOrEqual(add.mock.calls.length),
    );
  });
});

describe("a time limit", () => {
  it("of a call, or of the client, is a TimeoutError that names the call", async () => {
    await using server = await silent();
    await using docker = new Docker({ host: server.host, timeout: { response: 30 }, env: {} });
    await expect(docker.containers.list()).rejects.toMatchObject({
      code: "TIMEOUT",
      message: "GET /containers/json took longer than 30 ms (timeout)",
    });
    await expect(docker.containers.list({}, { timeout: 20 })).rejects.toThrow("longer than 20 ms");
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("bounds the ping before the first call, so that one lost answer is not for ever", async () => {
    let pings = 0;
    await using server = await serve(
      (request, response) => {
        if (request.url === "/_ping" && pings++ === 0) return;
        response.setHeader("Api-Version", "1.51").end("[]");
      },
      { ping: false },
    );
    await using docker = new Docker({ host: server.host, timeout: { connect: 400 }, env: {} });
    await expect(docker.containers.list()).rejects.toMatchObject({ code: "TIMEOUT" });
    await expect(docker.containers.list()).resolves.toEqual([]);
  });

  it.each([
    [{ connect: 300, response: 60_000 }, "timeout.connect"],
    [{ connect: 300, response: 0 }, "timeout.connect"],
    [{ connect: 60_000, response: 300 }, "timeout.response"],
    [{ connect: 0, response: 300 }, "timeout.response"],
  ])("of that ping is the smaller one of %j", async (timeout, option) => {
    await using server = await serve(() => {}, { ping: false });
    await using docker = new Docker({ host: server.host, timeout, env: {} });
    await expect(docker.apiVersion()).rejects.toMatchObject({
      code: "TIMEOUT",
      message: `${server.host}: no answer to a ping within 300 ms (${option})`,
    });
  });

  it.each(["/_ping", "/v1.51/containers/web/wait", "/v1.51/containers/web/logs?stdout=true"])(
    "covers the body of a ping, and of an error: %s",
    async (url) => {
      await using server = await serve(
        (request, response) => {
          const { status, stall } =
            request.url === url
              ? { status: url === "/_ping" ? 200 : 500, stall: true }
              : { status: 200, stall: false };
          response.writeHead(status, { "api-version": "1.51", "content-length": 2 }).flushHeaders();
          if (!stall) response.end("OK");
        },
        { ping: false },
      );
      await using docker = new Docker({ host: server.host, env: {} });
      const options = { timeout: 60 };
      const calls: Record<string, () => Promise<unknown>> = {
        "/_ping": () => docker.system.ping(options),
        "/v1.51/containers/web/wait": () => docker.containers.wait("web", {}, options),
        "/v1.51/containers/web/logs?stdout=true": () =>
          docker.containers.logs("web", { stdout: true }, options).text(),
      };
      await expect(calls[url]?.()).rejects.toMatchObject({ code: "TIMEOUT" });
    },
  );

  it("covers the body of an answer", async () => {
    await using server = await serve((_, response) => void response.write("["));
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.containers.list({}, { timeout: 50 })).rejects.toMatchObject({
      code: "TIMEOUT",
    });
  });

  it("of the client does not cut a stream that has begun", async () => {
    await using server = await serve(async (_, response) => {
      response.writeHead(200, { "content-type": "application/vnd.docker.raw-stream" });
      response.write("a");
      await sleep(700);
      response.end("b");
    });
    await using docker = new Docker({ host: server.host, timeout: { response: 500 }, env: {} });
    expect(await docker.containers.logs("web", { stdout: true }).text()).toBe("ab");
  });

  it("of a call covers what the call waits for; of the client, only its beginning", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
      setTimeout(() => response.end('{"StatusCode":0}'), 800);
    });
    await using docker = new Docker({ host: server.host, timeout: { response: 500 }, env: {} });
    expect(await docker.containers.wait("web")).toEqual({ StatusCode: 0 });
    const wait = docker.containers.wait("web", {}, { timeout: 40 });
    await expect(wait).rejects.toMatchObject({ code: "TIMEOUT" });
    const pull = docker.images.pull("alpine", {}, { timeout: 40 });
    await expect(pull).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  it("is refused when it is none", async () => {
    const docker = new Docker({ host: "unix:///x", env: {} });
    await expect(docker.containers.list({}, { timeout: -1 })).rejects.toMatchObject({
      option: "timeout",
    });
  });
});

describe("closing", () => {
  it("fails the calls under way and those that come later, and frees the connections", async () => {
    await using server = await silent();
    const docker = new Docker({ host: server.host, env: {} });
    const call = docker.containers.list();
    const failed = expect(call).rejects.toBeInstanceOf(ClosedError);
    await vi.waitFor(() => expect(server.busy()).toBe(1));
    await docker.close();
    await failed;
    await expect(docker.containers.list()).rejects.toBeInstanceOf(ClosedError);
    await vi.waitFor(() => expect(server.busy()).toBe(0));
    await docker.close();
  });

  it("ends the calls through an injected dispatcher too, which stays open", async () => {
    await using server = await silent();
    const { Pool } = await import("undici");
    const dispatcher = new Pool("http://docker", {
      connect: { socketPath: server.host.replace("unix://", "") },
    });
    const docker = new Docker({ dispatcher, env: {} });
    const call = docker.containers.list();
    const failed = expect(call).rejects.toBeInstanceOf(ClosedError);
    await vi.waitFor(() => expect(server.busy()).toBe(1));
    await docker.close();
    await failed;
    await vi.waitFor(() => expect(server.busy()).toBe(0));
    await using again = new Docker({ dispatcher, env: {} });
    await expect(again.system.ping()).resolves.toMatchObject({ apiVersion: "1.51" });
    await dispatcher.close();
  });

  it("before the first call, or after one that found no engine, is fine", async () => {
    await new Docker({ host: "unix:///x", env: {} }).close();
    const docker = new Docker({ env: { DOCKER_HOST: "ftp://x" } });
    await expect(docker.containers.list()).rejects.toMatchObject({ code: "CONFIG" });
    await docker.close();
  });
});

describe("many calls at once", () => {
  it("make no warning of a leak", async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on("warning", onWarning);
    await using server = await serve((_, response) => response.end("[]"));
    await using docker = new Docker({ host: server.host, env: {} });
    const { signal } = new AbortController();
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => docker.containers.list({}, i % 2 ? { signal } : {})),
    );
    await new Promise(setImmediate);
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
  });
});

describe("leaving a loop over output", () => {
  it("ends the request", async () => {
    const closed: Promise<unknown>[] = [];
    await using server = await serve((request, response) => {
      closed.push(once(request.socket, "close"));
      response.writeHead(200, { "content-type": "application/vnd.docker.raw-stream" });
      response.write("line\nline\n");
    });
    await using docker = new Docker({ host: server.host, env: {} });
    for await (const line of docker.containers
      .logs("web", { stdout: true, follow: true })
      .lines()) {
      expect(line).toBe("line");
      break;
    }
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });
});
