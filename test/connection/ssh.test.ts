import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { Docker, type DockerOptions } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { dialStdio, type FakeSsh, fakeSsh } from "../support/fake-ssh.js";
import { temporaryDirectory } from "../support/files.js";
import { serve } from "../support/server.js";

const run = promisify(execFile);

describe("an engine behind ssh", () => {
  it.each([
    ["ssh://engine", ["engine", "docker", "system", "dial-stdio"]],
    ["ssh://me@engine:2222", ["-l", "me", "-p", "2222", "engine"]],
    ["ssh://[::1]", ["::1", "docker"]],
    ["ssh://engine/run/docker.sock", ["engine", "docker", "'--host=unix:///run/docker.sock'"]],
    ["ssh://engine/a%20'b.sock", ["docker", "'--host=unix:///a '\\''b.sock'"]],
  ])("%s is reached by the system's ssh", async (host, args) => {
    await using server = await serve((_, response) => response.end("[]"));
    const ssh = await fakeSsh(dialStdio(server.host));
    await using docker = new Docker({ host, env: ssh.env });
    expect(await docker.containers.list()).toEqual([]);
    const [started = []] = await ssh.started();
    expect(started).toEqual(expect.arrayContaining(args));
    // What comes after is no option of ssh's, whatever the host is called.
    expect(started.slice(-7)).toContain("--");
    expect(started).toContain("-T");
    expect(started).toContain("ConnectTimeout=30");
  });

  it("is given up after the time that the options give", async () => {
    await using server = await serve((_, response) => response.end("[]"));
    const ssh = await fakeSsh(dialStdio(server.host));
    const options = { host: "ssh://engine", env: ssh.env };
    await using docker = new Docker({ ...options, timeout: { connect: 4_500 } });
    await docker.containers.list();
    expect((await ssh.started())[0]).toContain("ConnectTimeout=5");
  });

  it("is spoken to again and again over the same processes", async () => {
    await using server = await serve((_, response) => response.end("[]"));
    const ssh = await fakeSsh(dialStdio(server.host));
    await using docker = new Docker({ host: "ssh://engine", env: ssh.env });
    for (let i = 0; i < 10; i++) await docker.containers.list();
    // undici takes a connection back one turn of the event loop after the end of an answer.
    expect((await ssh.started()).length).toBeLessThanOrEqual(2);
  });

  it("is not stormed: no more than eight processes are about to log in at a time", async () => {
    await using server = await serve((_, response) => response.end("[]"));
    const starting = await temporaryDirectory();
    const counts = join(await temporaryDirectory(), "counts");
    const ssh = await fakeSsh(`
      const { appendFileSync, readdirSync, unlinkSync, writeFileSync } = require("node:fs");
      const mark = ${JSON.stringify(starting)} + "/" + process.pid;
      writeFileSync(mark, "");
      appendFileSync(${JSON.stringify(counts)}, readdirSync(${JSON.stringify(starting)}).length + "\\n");
      setTimeout(() => {
        ${dialStdio(server.host)}
        socket.prependOnceListener("data", () => unlinkSync(mark));
      }, 200);`);
    await using docker = new Docker({ host: "ssh://engine", env: ssh.env });
    await docker.system.ping();
    await Promise.all(Array.from({ length: 20 }, () => docker.containers.list()));
    const most = Math.max(...(await readFile(counts, "utf8")).trim().split("\n").map(Number));
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(8);
  });

  it("has streams with input, its end and output after it", async () => {
    await using daemon = new MockDaemon({ images: ["busybox"] });
    const { host } = await daemon.listen();
    const ssh = await fakeSsh(dialStdio(host));
    await using docker = new Docker({ host: "ssh://engine", env: ssh.env });
    const { Id } = await docker.containers.create({ Image: "busybox", Cmd: ["sleep", "60"] });
    await docker.containers.start(Id);
    const stdin = "x".repeat(1024 * 1024);
    const result = await docker.containers.exec(Id, ["cat"], { stdin });
    expect(result).toMatchObject({ exitCode: 0, stdout: stdin });
  });

  it("is not logged in to again for nothing, after calls that were given up", async () => {
    await using server = await serve((request, response) => {
      if (request.url?.includes("/events")) response.write('{"Type":"a"}\n');
    });
    const ssh = await fakeSsh(dialStdio(server.host));
    await using docker = new Docker({ host: "ssh://engine", env: ssh.env });
    for await (const _ of docker.system.events()) break;
    const signal = AbortSignal.timeout(300);
    await expect(docker.containers.list({}, { signal })).rejects.toBeDefined();
    // undici asks for a connection in place of each.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await ssh.started()).toHaveLength(2);
    expect(await ssh.alive()).toEqual([]);
  });

  it("leaves no process behind after close, whatever it is doing", async () => {
    await using server = await serve(() => {});
    const deaf = `process.on("SIGTERM", () => {}); ${dialStdio(server.host)}`;
    for (const program of [dialStdio(server.host), deaf]) {
      const ssh = await fakeSsh(program);
      const docker = new Docker({ host: "ssh://engine", env: ssh.env });
      await docker.system.ping();
      const calls = Array.from({ length: 12 }, () => docker.containers.list());
      const settled = Promise.allSettled(calls);
      await expect.poll(async () => (await ssh.alive()).length).toBeGreaterThan(3);
      await docker.close();
      expect(await ssh.alive()).toEqual([]);
      for (const { status, ...rest } of await settled) {
        expect([status, rest]).toMatchObject(["rejected", { reason: { code: "CLOSED" } }]);
      }
    }
  }, 20_000);
});

describe("a program that is done with an engine behind ssh", () => {
  it.each([
    ["closes it, idle as it is, and goes on", "await docker.close();", "done\n"],
    ["ends by itself without a close", "", "done\n"],
  ])(
    "%s",
    async (_, end, printed) => {
      await using server = await serve((_, response) => response.end("[]"));
      const ssh = await fakeSsh(dialStdio(server.host));
      const script = join(await temporaryDirectory(), "program.mts");
      await writeFile(
        script,
        `import { Docker } from ${JSON.stringify(resolve("src/index.ts"))};
       const docker = new Docker({ host: "ssh://engine", env: ${JSON.stringify(ssh.env)} });
       await docker.system.ping();
       await new Promise((resolve) => setTimeout(resolve, 300));
       ${end}
       console.log("done");`,
      );
      const { stdout } = await run(process.execPath, [
        resolve("node_modules/tsx/dist/cli.mjs"),
        script,
      ]);
      expect(stdout).toBe(printed);
      await expect.poll(() => ssh.alive(), { timeout: 10_000 }).toEqual([]);
    },
    20_000,
  );
});

describe("an engine that ssh does not reach", () => {
  const failure = async (ssh: FakeSsh, options: DockerOptions = {}): Promise<unknown> => {
    const docker = new Docker({ host: "ssh://me@engine", env: ssh.env, ...options });
    const error = await docker.containers.list().catch((reason: unknown) => reason);
    await docker.close();
    expect(await ssh.alive()).toEqual([]);
    return error;
  };
  const saying = (words: string, code: number): string =>
    `console.error(${JSON.stringify(words)}); process.exitCode = ${code};`;

  it.each([
    ["Host key verification failed.", 255, "by its key"],
    ["me@engine: Permission denied (publickey).", 255, "may not log in"],
    ["ssh: Could not resolve hostname engine: Name not known", 255, "the name is not known"],
    ["ssh: connect to host engine port 22: Connection refused", 255, "no ssh server listens"],
    ["sh: 1: docker: not found", 127, "no docker command on the other side"],
    ["bash: line 1: docker: command not found", 127, "no docker command on the other side"],
    ["docker: 'dial-stdio' is not a docker command.", 1, "18.09"],
    [
      "Cannot connect to the Docker daemon at unix:///x. Is it running?",
      1,
      "cannot reach its engine",
    ],
    ["kex_exchange_identification: read: Connection reset by peer", 255, "closed the connection"],
    ["something else", 3, "ssh ended with exit code 3"],
    ["This account is closed.", 0, "ssh ended with exit code 0"],
  ])("because of %j is told with what to do", async (words, code, advice) => {
    const ssh = await fakeSsh(saying(`A greeting\n\n${words}`, code));
    expect(await failure(ssh)).toMatchObject({
      name: "ConnectionError",
      host: "ssh://me@engine",
      message: expect.stringContaining(advice),
    });
    expect(String(await failure(ssh))).toContain(words);
  });

  it("in time is a TimeoutError", async () => {
    const slow = await fakeSsh(saying("ssh: connect to host e port 22: Connection timed out", 255));
    expect(await failure(slow)).toMatchObject({ code: "TIMEOUT" });
    const silent = await fakeSsh("setInterval(() => {}, 1000);");
    // A pinned version asks for no ping, but a login that leads nowhere must not be waited for.
    for (const pinned of [{}, { apiVersion: "1.44" }]) {
      expect(await failure(silent, { timeout: { connect: 700 }, ...pinned })).toMatchObject({
        code: "TIMEOUT",
        message: "ssh://me@engine: no answer to a ping within 700 ms (timeout.connect)",
      });
    }
  });

  it("because there is no ssh says so", async () => {
    const docker = new Docker({ host: "ssh://engine", env: { PATH: "/nowhere" } });
    await expect(docker.system.ping()).rejects.toMatchObject({
      code: "CONNECTION",
      message: "ssh://engine: ssh is not installed here, or not on the PATH",
    });
    await docker.close();
  });

  it("because something over there greets on its stdout says what to look for", async () => {
    const ssh = await fakeSsh(`console.log("Welcome!");`);
    expect(await failure(ssh)).toMatchObject({
      code: "PROTOCOL",
      message: expect.stringMatching(/does a script of the shell there print something/),
    });
  });

  it("any more, in the middle of an answer, is told of", async () => {
    const head = "HTTP/1.1 200 OK\\r\\nApi-Version: 1.51\\r\\nContent-Length: 2\\r\\n\\r\\nOK";
    const ssh = await fakeSsh(`
      process.stdin.once("data", () => {
        process.stdout.write("${head}");
        process.stdin.once("data", () => {
          process.stdout.write("HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\n[");
          setTimeout(() => { console.error("client_loop: send disconnect: Broken pipe"); process.exit(255); }, 200);
        });
      });`);
    expect(await failure(ssh)).toMatchObject({
      code: "CONNECTION",
      message: expect.stringContaining("Broken pipe"),
    });
  });
});
