import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { request } from "undici";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { soon, wire } from "./support.js";

describe("the two ways to reach a daemon", () => {
  it("are the same daemon", async () => {
    await using daemon = new MockDaemon({ images: ["app:1"] });
    const { host, path } = await daemon.listen();
    expect(host).toBe(`unix://${path}`);
    await using near = new Docker({ dispatcher: daemon.dispatcher });
    await using far = new Docker({ host, env: {} });
    const { Id } = await near.containers.create({ Image: "app:1", Cmd: ["true"] });
    expect((await far.containers.inspect(Id)).Id).toBe(Id);
  });

  it("answer a client that knows nothing of undici", async () => {
    await using daemon = new MockDaemon();
    const { path: socketPath } = await daemon.listen();
    const status = await new Promise((resolve) => {
      httpRequest({ socketPath, path: "/_ping" }, (response) => {
        response.resume().once("end", () => resolve(response.statusCode));
      }).end();
    });
    expect(status).toBe(200);
  });

  it("listen at a path of one's choice, and take the socket away in the end", async () => {
    const daemon = new MockDaemon();
    const { path } = await daemon.listen();
    expect(existsSync(path)).toBe(true);
    const other = new MockDaemon();
    const chosen = join(path, "..", "chosen.sock");
    expect((await other.listen({ path: chosen })).host).toBe(`unix://${chosen}`);
    await other.close();
    expect(existsSync(chosen)).toBe(false);
    await daemon.close();
    expect(existsSync(path)).toBe(false);
  });

  it("say where they could not listen", async () => {
    await using daemon = new MockDaemon();
    await expect(daemon.listen({ path: "/nonexistent/docker.sock" })).rejects.toThrow(
      "/nonexistent",
    );
    expect((await daemon.listen()).host).toMatch(/^unix:/);
  });
});

describe("the connection in memory", () => {
  it("carries a chunked upload and takes an aborted one", async () => {
    await using daemon = new MockDaemon();
    const body = Readable.from(["{", '"Name":"big","Labels":{"a":"', "x".repeat(300_000), '"}}']);
    const answer = await request("http://docker/volumes/create", {
      method: "POST",
      dispatcher: daemon.dispatcher,
      headers: { "content-type": "application/json" },
      body,
    });
    expect(answer.statusCode).toBe(201);
    await answer.body.dump();
    const upload = new AbortController();
    const endless = Readable.from(
      (async function* () {
        for (;;) {
          yield "x";
          await delay(1);
        }
      })(),
    );
    const aborted = request("http://docker/volumes/create", {
      method: "POST",
      dispatcher: daemon.dispatcher,
      headers: { "content-type": "application/json" },
      body: endless,
      signal: upload.signal,
    });
    setTimeout(() => upload.abort(new Error("enough")), 10);
    await expect(soon(aborted, "the abort")).rejects.toThrow("enough");
    expect((await wire(daemon, "GET", "/_ping")).text).toBe("OK");
  });

  it("sends no faster than its client reads", async () => {
    await using daemon = new MockDaemon({ images: ["app:1"] });
    daemon.program("app:1", async ({ stdout }) => {
      const line = `${"x".repeat(1023)}\n`;
      for (let index = 0; index < 4000; index += 1) {
        if (!stdout.write(line)) await new Promise((resolve) => stdout.once("drain", resolve));
      }
      return 0;
    });
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const { Id } = await docker.containers.create({ Image: "app:1", Tty: false });
    await docker.containers.wait(
      Id,
      { condition: "next-exit" },
      { onWaiting: () => docker.containers.start(Id) },
    );
    const answer = await request(`http://docker/containers/${Id}/logs?stdout=1`, {
      dispatcher: daemon.dispatcher,
    });
    await delay(20);
    // Four megabytes are waiting: they are not answered while nobody reads.
    expect(daemon.requests.at(-1)?.status).toBe(undefined);
    let length = 0;
    for await (const chunk of answer.body) length += chunk.length;
    expect(length).toBe(4000 * (1024 + 8));
  });

  it("ends a followed log when its reader leaves", async () => {
    await using daemon = new MockDaemon({ images: ["app:1"] });
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const Cmd = ["sh", "-c", "echo one; sleep 600"];
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd });
    await docker.containers.start(Id);
    const follow = docker.containers.logs(Id, { stdout: true, follow: true });
    for await (const line of follow.lines()) {
      expect(line).toBe("one");
      break;
    }
    await docker.containers.remove(Id, { force: true });
  });
});

describe("two daemons", () => {
  it("know nothing of each other", async () => {
    await using one = new MockDaemon({ images: ["app:1"] });
    await using two = new MockDaemon({ images: ["app:1"], apiVersion: "1.41", name: "two" });
    await wire(one, "POST", "/containers/create?name=only", { body: { Image: "app:1" } });
    expect((await wire(two, "GET", "/containers/only/json")).status).toBe(404);
    one.program("app:1", () => 1);
    one.fail({ operation: "SystemPing", status: 500 });
    expect((await wire(two, "GET", "/_ping")).headers["api-version"]).toBe("1.41");
    expect(two.requests).toHaveLength(2);
    expect(JSON.parse((await wire(two, "GET", "/info")).text).Name).toBe("two");
  });
});

describe("close", () => {
  it("ends pending calls and running programs, and takes no more", async () => {
    const daemon = new MockDaemon({ images: ["app:1"] });
    let ended = false;
    daemon.program(
      "app:1",
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            ended = true;
            resolve(0);
          });
        }),
    );
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const { Id } = await docker.containers.create({ Image: "app:1" });
    await docker.containers.start(Id);
    let waits = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      waits = resolve;
    });
    const pending = docker.containers.wait(Id, {}, { onWaiting: () => waits() });
    pending.catch(() => {});
    await waiting;
    await delay(1);
    await daemon.close();
    await expect(soon(pending, "the end")).rejects.toThrow();
    expect(ended).toBe(true);
    await expect(docker.containers.list()).rejects.toThrow();
    await expect(daemon.listen()).rejects.toThrow("closed");
    await daemon.close();
  });

  it("breaks a followed log off instead of ending it", async () => {
    const daemon = new MockDaemon({ images: ["app:1"] });
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    const Cmd = ["sh", "-c", "echo one; sleep 600"];
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd });
    await docker.containers.start(Id);
    const read: string[] = [];
    const reading = (async () => {
      const follow = docker.containers.logs(Id, { stdout: true, follow: true });
      for await (const line of follow.lines()) {
        read.push(line);
        // Not a clean end: the container did not stop, its engine went away.
        void daemon.close();
      }
    })();
    await expect(soon(reading, "the break")).rejects.toThrow();
    expect(read).toEqual(["one"]);
  });

  it("ends pending calls over a socket, too", async () => {
    const daemon = new MockDaemon({ images: ["app:1"] });
    const { host } = await daemon.listen();
    await using docker = new Docker({ host, env: {} });
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["sleep", "600"] });
    await docker.containers.start(Id);
    const pending = docker.containers.wait(Id, {}, { onWaiting: () => void daemon.close() });
    await expect(soon(pending, "the end")).rejects.toThrow();
  });
});

describe("a process with a daemon", () => {
  const loader = createRequire(import.meta.url).resolve("tsx");
  const source = new URL("../../src/testing/index.ts", import.meta.url).href;

  const run = (script: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        ["--import", loader, "--input-type=module", "-e", script],
        { stdio: ["ignore", "pipe", "inherit"], timeout: 20_000, cwd: import.meta.dirname },
      );
      let output = "";
      child.stdout.on("data", (chunk) => {
        output += chunk;
      });
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve(`${output}${code ?? signal}`));
    });

  const common = `
    import { MockDaemon } from ${JSON.stringify(source)};
    import { request } from "undici";
    const daemon = new MockDaemon({ images: ["app:1"] });
    const call = async (method, path, body) => {
      const answer = await request("http://docker" + path, { method, dispatcher: daemon.dispatcher,
        ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) });
      return answer.body.text();
    };
    await call("POST", "/containers/create?name=one", { Image: "app:1", Cmd: ["sleep", "0.1"] });
    await call("POST", "/containers/one/start");
  `;

  it("stays for a pending call, and then exits without a close", async () => {
    const script = `${common} console.log(await call("POST", "/containers/one/wait"));`;
    expect(await run(script)).toBe('{"StatusCode":0}\n\n0');
  });

  it("does not stay for a container that runs in an idle daemon", async () => {
    const script = `${common}
      await call("POST", "/containers/create?name=two", { Image: "app:1", Cmd: ["sleep", "600"] });
      await call("POST", "/containers/two/start");`;
    expect(await run(script)).toBe("0");
  });

  it("exits after close, with a socket and a container that would run on", async () => {
    const script = `${common}
      await call("POST", "/containers/create?name=two", { Image: "app:1", Cmd: ["sleep", "600"],
        HostConfig: { RestartPolicy: { Name: "always" } } });
      await call("POST", "/containers/two/start");
      await daemon.listen();
      await daemon.close();`;
    expect(await run(script)).toBe("0");
  });
});
