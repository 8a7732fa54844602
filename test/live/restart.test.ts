import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionError } from "../../src/index.js";
import { type Addresses, type Kind, openAddresses, reachable, sshEnv } from "./addresses.js";
import { Docker, ensureImage, image, socketPath } from "./engine.js";

/** What `scripts/engine.sh` knows the engine by. */
const engine = process.env.LIVE_ENGINE_NAME;
/** Milliseconds for what is to come to come. */
const LIMIT = 60_000;
/** How often each worker has to succeed before the engine is killed, and after it is back. */
const ROUNDS = 15;

type Phase = "before" | "down" | "after";

interface Failure {
  begun: Phase;
  ended: Phase;
  error: unknown;
}

/** Calls again and again, from several workers at once, whatever becomes of them. */
class Load {
  phase: Phase = "before";
  readonly failures: Failure[] = [];
  readonly #successes: Record<Phase, number>[] = [];
  readonly #workers: Promise<void>[] = [];
  #over = false;

  add(call: () => Promise<unknown>): void {
    const successes = { before: 0, down: 0, after: 0 };
    this.#successes.push(successes);
    this.#workers.push(this.#work(call, successes));
  }

  async #work(call: () => Promise<unknown>, successes: Record<Phase, number>): Promise<void> {
    while (!this.#over) {
      const begun = this.phase;
      try {
        await call();
        successes[begun] += 1;
      } catch (error) {
        this.failures.push({ begun, ended: this.phase, error });
      }
      await delay(10);
    }
  }

  /** Until every worker has had its successes in this phase. */
  async rounds(phase: Phase): Promise<void> {
    const least = (): number => Math.min(...this.#successes.map((one) => one[phase]));
    await expect.poll(least, { timeout: LIMIT }).toBeGreaterThanOrEqual(ROUNDS);
  }

  async end(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#workers);
  }
}

async function restart(): Promise<void> {
  await promisify(execFile)("scripts/engine.sh", ["restart", engine ?? ""], { timeout: LIMIT });
}

describe.runIf(engine && socketPath)("an engine that is killed and started again", () => {
  const kinds = (Object.keys(reachable) as Kind[]).filter((kind) => reachable[kind]);
  const run = `restart-${randomUUID().slice(0, 8)}`;
  let addresses: Addresses;

  beforeAll(async () => {
    addresses = await openAddresses(socketPath ?? "");
    await using docker = new Docker();
    await ensureImage(docker);
  });

  afterAll(async () => {
    await addresses[Symbol.asyncDispose]();
    await using docker = new Docker();
    const left = await docker.containers.list({ all: true, filters: { label: [`sdk=${run}`] } });
    for (const { Id } of left) await docker.containers.remove(Id, { force: true });
  });

  it.each(kinds)(
    "is used again by the same client, and got no POST twice, over %s",
    async (kind) => {
      await using docker = new Docker({ ...addresses.of(kind), env: sshEnv });
      const created: { post: string; phase: Phase }[] = [];
      const heard: string[] = [];
      const load = new Load();
      const leaving = new AbortController();
      const filters = { label: [`sdk=${run}`], event: ["create"] };
      const events = docker.system.events({ filters }, { reconnect: true, signal: leaving.signal });
      const listening = (async () => {
        for await (const { Actor } of events) heard.push(Actor.Attributes?.post ?? "");
      })();
      for (let i = 0; i < 3; i++) {
        load.add(() => docker.containers.list({ filters: { label: [`sdk=${run}`] } }));
        load.add(async () => {
          const [post, { phase }] = [randomUUID(), load];
          await docker.containers.create({ Image: image, Labels: { sdk: run, post } });
          created.push({ post, phase });
        });
      }
      await load.rounds("before");
      await expect.poll(() => heard.length, { timeout: LIMIT }).toBeGreaterThan(0);

      load.phase = "down";
      await restart();
      load.phase = "after";
      await load.rounds("after");
      await load.end();

      // It was noticed, as what it was, and only then.
      expect(load.failures).not.toEqual([]);
      for (const { begun, ended, error } of load.failures) {
        expect(error).toBeInstanceOf(ConnectionError);
        expect([begun, ended]).not.toEqual(["before", "before"]);
        expect(begun).not.toBe("after");
      }

      const all = await docker.containers.list({ all: true, filters: { label: [`sdk=${run}`] } });
      const posts = all.map(({ Labels }) => Labels?.post);
      expect(new Set(posts).size).toBe(posts.length);
      expect(posts).toEqual(expect.arrayContaining(created.map(({ post }) => post)));

      const later = created.filter(({ phase }) => phase === "after").map(({ post }) => post);
      await expect
        .poll(() => later.filter((post) => !heard.includes(post)), { timeout: LIMIT })
        .toEqual([]);
      expect(new Set(heard).size).toBe(heard.length);
      leaving.abort(new Error("left"));
      await expect(listening).rejects.toThrow("left");
    },
    3 * LIMIT,
  );

  it("tells those who wait for a container, or follow its logs, that it was lost", async () => {
    await using docker = new Docker();
    const { Id } = await docker.containers.create({
      Image: image,
      Cmd: ["sh", "-c", "echo begun; sleep 600"],
      Labels: { sdk: run },
    });
    // Logs of a container that is not running yet end where they are.
    await docker.containers.start(Id);
    const waiting = docker.containers.wait(Id);
    const lines: string[] = [];
    const following = (async () => {
      const logs = docker.containers.logs(Id, { follow: true, stdout: true });
      for await (const line of logs.lines()) lines.push(line);
    })();
    const both = Promise.allSettled([waiting, following]);
    await expect.poll(() => lines, { timeout: LIMIT }).toEqual(["begun"]);
    await restart();
    for (const result of await both) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "CONNECTION" } });
    }
    expect((await docker.containers.inspect(Id)).State?.Running).toBe(false);
  });
});
