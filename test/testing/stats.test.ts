import { request } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { checkAnswer } from "../support/answers.js";
import { refusal, soon, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(async () => {
  daemon = new MockDaemon({ images: ["app:1"] });
  await wire(daemon, "POST", "/containers/create?name=app", {
    body: { Image: "app:1", Cmd: ["sleep", "600"], HostConfig: { Memory: 64 * 1024 * 1024 } },
  });
});
afterEach(() => daemon.close());

async function stats(query: string) {
  const { status, text } = await wire(daemon, "GET", `/containers/app/stats?${query}`);
  expect(status, text).toBe(200);
  const answer = JSON.parse(text);
  expect(checkAnswer("ContainerStats", 200, answer)).toEqual([]);
  return answer;
}

const never = "0001-01-01T00:00:00Z";

describe("stats", () => {
  it("of a container that does not run are noughts and gaps, as the engine has them", async () => {
    const { Id } = JSON.parse((await wire(daemon, "GET", "/containers/app/json")).text);
    const blocks = ["queue", "service_time", "wait_time", "merged", "time"].map((name) => [
      `io_${name}_recursive`,
      null,
    ]);
    const cpu = {
      cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 },
      throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 },
    };
    expect(await stats("stream=false")).toEqual({
      name: "/app",
      id: Id,
      read: never,
      preread: never,
      pids_stats: {},
      blkio_stats: {
        io_service_bytes_recursive: null,
        io_serviced_recursive: null,
        sectors_recursive: null,
        ...Object.fromEntries(blocks),
      },
      num_procs: 0,
      storage_stats: {},
      cpu_stats: cpu,
      precpu_stats: cpu,
      memory_stats: {},
    });
  });

  it("of a running container let CPU, memory and network be worked out", async () => {
    await wire(daemon, "POST", "/containers/app/start");
    const { cpu_stats: now, precpu_stats: before, ...rest } = await stats("stream=0");
    const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
    const passed = now.system_cpu_usage - before.system_cpu_usage;
    expect(passed).toBeGreaterThan(0);
    expect(used).toBeGreaterThanOrEqual(0);
    expect(used / passed).toBeLessThan(1);
    const { usage, limit, stats: memory } = rest.memory_stats;
    expect(limit).toBe(64 * 1024 * 1024);
    expect(usage - memory.inactive_file).toBeGreaterThan(0);
    expect(rest.networks.eth0.rx_bytes).toBeGreaterThan(0);
    expect(rest.pids_stats).toEqual({ current: 1 });
    expect(rest.preread < rest.read).toBe(true);
  });

  it("in one shot have nothing to compare with", async () => {
    await wire(daemon, "POST", "/containers/app/start");
    const shot = await stats("stream=0&one-shot=1");
    expect(shot).toMatchObject({ preread: never, precpu_stats: { cpu_usage: { total_usage: 0 } } });
    // Engine 28 leaves them out.
    expect(shot).not.toHaveProperty("name");
    expect(await wire(daemon, "GET", "/containers/app/stats?one-shot=1")).toMatchObject(
      refusal(400, "cannot have stream=true and one-shot=true"),
    );
    expect(await wire(daemon, "GET", "/containers/nobody/stats")).toMatchObject(
      refusal(404, "No such container: nobody"),
    );
  });

  it("are a stream, each sample with the one before it, until the container is gone", async () => {
    await wire(daemon, "POST", "/containers/app/start");
    const { body, headers } = await request("http://docker/containers/app/stats", {
      dispatcher: daemon.dispatcher,
    });
    expect(headers).not.toHaveProperty("content-type");
    const lines: string[] = [];
    const reading = (async () => {
      for await (const chunk of body) {
        lines.push(String(chunk));
        if (lines.length === 2) await wire(daemon, "DELETE", "/containers/app?force=1");
      }
    })();
    await soon(reading, "the end of the stream", 4000);
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(lines.every((line) => line.endsWith("}\n"))).toBe(true);
    expect(first).toMatchObject({ name: "/app", preread: never });
    expect(second).toMatchObject({ preread: first.read, precpu_stats: first.cpu_stats });
    expect(checkAnswer("ContainerStats", 200, second)).toEqual([]);
  });
});
