import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { type FakeSsh, fakeSsh } from "../support/fake-ssh.js";
import { temporaryDirectory } from "../support/files.js";

/** A program that is to run out of descriptors has so many. */
const DESCRIPTORS = 200;

/** An engine that has nothing, whatever it is asked. */
const ANSWER = `
  const head = "HTTP/1.1 200 OK\\r\\nApi-Version: 1.51\\r\\nContent-Length: 2\\r\\n\\r\\n[]";
  const answer = () => process.stdout.write(head);
  process.stdin.on("end", () => process.exit());`;

/** Runs a program of its own, with `docker` for an engine behind this ssh; gives what it prints. */
async function run(ssh: FakeSsh, body: string): Promise<string> {
  const file = join(await temporaryDirectory(), "program.ts");
  const source = new URL("../../src/index.ts", import.meta.url);
  await writeFile(
    file,
    `import { openSync, closeSync } from "node:fs";
    import { Docker } from ${JSON.stringify(source.pathname)};
    const docker = new Docker({ host: "ssh://engine", env: ${JSON.stringify(ssh.env)} });
    (async () => {${body}})();`,
  );
  const tsx = new URL("../../node_modules/tsx/dist/cli.mjs", import.meta.url).pathname;
  const command = `ulimit -n ${DESCRIPTORS}; exec "$0" "$@"`;
  const args = ["-c", command, process.execPath, tsx, file];
  return (await promisify(execFile)("sh", args, { timeout: 30_000 })).stdout;
}

describe("the processes of ssh", () => {
  it("that cannot be started fail their calls, each of them, and no call after them", async () => {
    const ssh = await fakeSsh("");
    await using docker = new Docker({ host: "ssh://engine/%00", env: ssh.env });
    for (let i = 0; i < 20; i++) {
      await expect(docker.containers.list()).rejects.toMatchObject({
        code: "CONNECTION",
        message: "ssh://engine/%00: ssh cannot be started (ERR_INVALID_ARG_VALUE)",
      });
    }
  });

  it("cannot be started without descriptors, and can be when there are some again", async () => {
    const ssh = await fakeSsh(`${ANSWER} process.stdin.on("data", answer);`);
    const printed = await run(
      ssh,
      `await docker.containers.list();
      const open: number[] = [];
      try { for (;;) open.push(openSync("/dev/null", "r")); } catch {}
      const lists = () => Array.from({ length: 12 }, () => docker.containers.list());
      const failed = (await Promise.allSettled(lists())).filter(({ status }) => status === "rejected");
      console.log(new Set(failed.map(({ reason }: any) => reason.message)));
      open.forEach((descriptor) => closeSync(descriptor));
      console.log((await Promise.all(lists())).length);
      await docker.close();`,
    );
    expect(printed).toBe("Set(1) { 'ssh://engine: ssh cannot be started (EMFILE)' }\n12\n");
  }, 40_000);

  it.each(["process.exit();", "setTimeout(() => { throw new Error(); });"])(
    "do not outlive a program that ends with %s",
    async (end) => {
      const ssh = await fakeSsh("setInterval(() => {}, 1000);");
      const program = `
        docker.containers.list().catch(() => {});
        setTimeout(() => { ${end} }, 1000);`;
      await run(ssh, program).catch(() => {});
      expect(await ssh.started()).toHaveLength(1);
      await expect.poll(() => ssh.alive()).toEqual([]);
    },
    40_000,
  );

  it("do not hold a program back by what they leave behind", async () => {
    const ssh = await fakeSsh(`
      const { spawn } = require("node:child_process");
      spawn("sleep", ["60"], { stdio: ["ignore", "ignore", "inherit"], detached: true }).unref();
      console.error("Permission denied (publickey)");
      process.exitCode = 255;`);
    const printed = await run(
      ssh,
      `await docker.containers.list().catch((error) => console.log(error.code));
      await docker.close();`,
    );
    expect(printed).toBe("CONNECTION\n");
  }, 40_000);

  it("that nobody waits for any more do not let a program end in the middle of its work", async () => {
    const login = "setTimeout(() => process.stdin.on('data', answer), 500);";
    const printed = await run(
      await fakeSsh(`${ANSWER} ${login}`),
      `await docker.system.ping();
      const timeout = 200;
      const calls = Array.from({ length: 18 }, () => docker.containers.list({}, { timeout }));
      const settled = await Promise.allSettled(calls);
      console.log(settled.filter(({ status }) => status === "rejected").length > 8);
      const later = Array.from({ length: 18 }, () => docker.containers.list());
      console.log((await Promise.all(later)).length);
      await docker.close();`,
    );
    expect(printed).toBe("true\n18\n");
  }, 40_000);
});
