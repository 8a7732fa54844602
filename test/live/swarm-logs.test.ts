import { beforeAll, describe, expect, it, vi } from "vitest";
import { swarm } from "./engine.js";
import { FOR_EVER, LIMIT, shell, tasksOf, useSwarm } from "./swarm.js";

const SPEAK = "echo to out; echo to err >&2";

describe.runIf(swarm)("the logs of a swarm of a real engine", async () => {
  const docker = await useSwarm();
  const tasks: Record<string, string> = {};

  beforeAll(async () => {
    const { services } = docker;
    await services.create(shell("plain", `${SPEAK}; ${FOR_EVER}`));
    const TaskTemplate = { ContainerSpec: { TTY: true } };
    await services.create(shell("terminal", `${SPEAK}; ${FOR_EVER}`, { TaskTemplate }));
    await services.create(shell("slow", `echo first; sleep 8; echo second; ${FOR_EVER}`));
    for (const name of ["plain", "terminal", "slow"]) {
      const [task] = await tasksOf(docker, name, 1);
      tasks[name] = task?.ID ?? "";
    }
    const both = { stdout: true, stderr: true };
    const text = (): Promise<string> => services.logs("plain", both).text();
    await vi.waitFor(async () => expect((await text()).length).toBe(14), { timeout: LIMIT });
  }, LIMIT);

  const kinds = ["services", "tasks"] as const;
  const nameOf = (kind: (typeof kinds)[number], service: string): string =>
    kind === "services" ? service : (tasks[service] ?? "");

  it.each(kinds)("of %s tell stdout and stderr apart, where there is no TTY", async (kind) => {
    const logs = docker[kind].logs(nameOf(kind, "plain"), { stdout: true, stderr: true });
    const texts = { stdout: "", stderr: "" };
    for await (const { stream, data } of logs) texts[stream] += Buffer.from(data);
    expect(texts).toEqual({ stdout: "to out\n", stderr: "to err\n" });
    const one = docker[kind].logs(nameOf(kind, "plain"), { stderr: true });
    expect(await one.text()).toBe("to err\n");
    const last = docker[kind].logs(nameOf(kind, "plain"), { stdout: true, tail: 0 });
    expect(await last.text()).toBe("");
  });

  it.each(kinds)("of %s count the lines of both from the end, also for one", async (kind) => {
    const ends = (["stdout", "stderr"] as const).map((side) =>
      docker[kind].logs(nameOf(kind, "plain"), { [side]: true, tail: 1 }).text(),
    );
    expect((await Promise.all(ends)).join("")).toMatch(/^to (out|err)\n$/);
  });

  it.each(kinds)("of %s are one stream where there is one", async (kind) => {
    const logs = docker[kind].logs(nameOf(kind, "terminal"), { stdout: true, stderr: true });
    const texts = { stdout: "", stderr: "" };
    for await (const { stream, data } of logs) texts[stream] += Buffer.from(data);
    expect(texts).toEqual({ stdout: "to out\r\nto err\r\n", stderr: "" });
  });

  it.each(kinds)("of %s have times and labels before a line, if asked", async (kind) => {
    const query = { stdout: true, timestamps: true, details: true };
    const [line = ""] = (await docker[kind].logs(nameOf(kind, "plain"), query).text()).split("\n");
    const [time = "", labels = "", ...words] = line.split(" ");
    expect(words.join(" ")).toBe("to out");
    expect(new Date(time).getTime()).not.toBeNaN();
    const found = Object.fromEntries(labels.split(",").map((label) => label.split("=")));
    expect(found["com.docker.swarm.task.id"]).toBe(tasks.plain);
    expect(Object.keys(found).sort()).toEqual([
      "com.docker.swarm.node.id",
      "com.docker.swarm.service.id",
      "com.docker.swarm.task.id",
    ]);
    const later = { stdout: true, since: new Date(Date.now() + 1e6) };
    expect(await docker[kind].logs(nameOf(kind, "plain"), later).text()).toBe("");
  });

  it("are followed through quiet times until they are left", async () => {
    const query = { stdout: true, follow: true };
    // The limit is for the beginning of the answer.
    const options = { timeout: 5000 };
    const follow = async (kind: (typeof kinds)[number]): Promise<string[]> => {
      const lines: string[] = [];
      for await (const line of docker[kind].logs(nameOf(kind, "slow"), query, options).lines()) {
        lines.push(line);
        if (lines.length === 2) break;
      }
      return lines;
    };
    const both = await Promise.all(kinds.map(follow));
    expect(both).toEqual([
      ["first", "second"],
      ["first", "second"],
    ]);
  });

  it.each(kinds)("of %s are followed until an abort", async (kind) => {
    const query = { stdout: true, follow: true };
    const leaving = new AbortController();
    const reason = new Error("left");
    const lines: string[] = [];
    const followed = (async () => {
      const { signal } = leaving;
      const logs = docker[kind].logs(nameOf(kind, "plain"), query, { signal });
      for await (const line of logs.lines()) if (lines.push(line)) leaving.abort(reason);
    })();
    await expect(followed).rejects.toBe(reason);
    expect(lines).toEqual(["to out"]);
  });

  it.each(kinds)("of %s need one that is there, and a stream", async (kind) => {
    const nobody = docker[kind].logs("nobody", { stdout: true }).text();
    await expect(nobody).rejects.toMatchObject({ code: "NOT_FOUND", status: 404 });
    const none = docker[kind].logs(nameOf(kind, "plain"), {}).text();
    await expect(none).rejects.toThrow("Bad parameters: you must choose at least one stream");
  });
});
