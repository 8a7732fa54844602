import { timestamp } from "../clock.js";
import { delay } from "../delay.js";
import type { Engine } from "../engine.js";
import { type AnswerBody, type Handler, ok } from "../http/call.js";
import { badRequest } from "../http/engine-error.js";
import { isPredefined } from "../networks/networks.js";
import type { Container } from "./container.js";
import { write } from "./logs.js";

type Stats = NonNullable<AnswerBody<"ContainerStats">>;
type CpuStats = Stats["cpu_stats"];

/** How much a container uses: one sample, or one each second for as long as it is there. */
export const containerStats: Handler<"ContainerStats"> = async (call, engine) => {
  const { query, response, signal } = call;
  const stream = query.flag("stream", true);
  const oneShot = query.flag("one-shot");
  if (stream && oneShot) throw badRequest("cannot have stream=true and one-shot=true");
  const container = engine.containers.get(call.parameter);
  const identity = { name: `/${container.name}`, id: container.id };
  if (oneShot) return ok(sample(engine, container));
  // An engine takes a second for the sample before this one; here it is worked out.
  if (!stream)
    return ok({ ...identity, ...sample(engine, container, secondAgo(engine, container)) });

  response.writeHead(200).flushHeaders();
  let before: Stats | undefined;
  while (engine.containers.all().includes(container)) {
    const now = sample(engine, container, before);
    await write(response, `${JSON.stringify({ ...identity, ...now })}\n`, signal);
    before = now;
    await delay(1000, signal);
  }
  response.end();
  return undefined;
};

const second = 1_000_000_000n;

const noCpu: CpuStats = {
  cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 },
  throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 },
};

type Before = Pick<Stats, "read" | "cpu_stats">;

function secondAgo({ clock }: Engine, container: Container): Before | undefined {
  if (container.process === undefined) return undefined;
  const time = clock.now() - second;
  return { read: timestamp(time), cpu_stats: cpuStats(container, time) };
}

/** In the shape of cgroup v2; a container that does not run has noughts and gaps. */
function sample(engine: Engine, container: Container, before?: Before): Stats {
  const time = engine.clock.now();
  const runs = container.process !== undefined;
  const noBlocks = {
    io_serviced_recursive: null,
    io_queue_recursive: null,
    io_service_time_recursive: null,
    io_wait_time_recursive: null,
    io_merged_recursive: null,
    io_time_recursive: null,
    sectors_recursive: null,
  };
  return {
    read: timestamp(runs ? time : undefined),
    preread: (runs && before?.read) || timestamp(undefined),
    pids_stats: runs ? { current: container.processes.list().length } : {},
    blkio_stats: { io_service_bytes_recursive: runs ? [] : null, ...noBlocks },
    num_procs: 0,
    storage_stats: {},
    cpu_stats: runs ? cpuStats(container, time) : noCpu,
    precpu_stats: before?.cpu_stats ?? noCpu,
    memory_stats: runs ? memoryStats(container) : {},
    ...(runs && networkStats(engine, container, time)),
  };
}

const ran = ({ startedAt = 0n }: Container, time: bigint): number =>
  Math.max(0, Number(time - startedAt));

/** A thousandth of one CPU, after the start's 30 ms; two CPUs, on a host that is up for an hour. */
function cpuStats(container: Container, time: bigint): CpuStats {
  const usage = Math.round(30_000_000 + ran(container, time) / 1000);
  const kernel = Math.round(usage / 3);
  const uptime = 3600e9 + Number(time - container.created);
  return {
    cpu_usage: {
      total_usage: usage,
      usage_in_kernelmode: kernel,
      usage_in_usermode: usage - kernel,
    },
    system_cpu_usage: Math.max(0, Math.round(2 * uptime)),
    online_cpus: 2,
    throttling_data: noCpu.throttling_data,
  };
}

function memoryStats({ hostConfig }: Container): Stats["memory_stats"] {
  const anonymous = 393_216;
  const file = 249_856;
  return {
    usage: anonymous + file + 131_072,
    stats: {
      active_anon: anonymous,
      active_file: 0,
      anon: anonymous,
      file,
      inactive_anon: 0,
      inactive_file: file,
      kernel_stack: 16_384,
      pgfault: 1310,
      pgmajfault: 0,
      slab: 114_688,
      unevictable: 0,
    },
    limit: hostConfig.Memory || 8_589_934_592,
  };
}

/** Nothing for a container that has no network of its own. */
function networkStats(
  { networks }: Engine,
  container: Container,
  time: bigint,
): Pick<Stats, "networks"> {
  const joined = networks.all().filter(({ name, attachments }) => {
    const own = name === "bridge" || !isPredefined(name);
    return own && attachments.has(container.id);
  });
  if (joined.length === 0) return {};
  const packets = 6 + Math.floor(ran(container, time) / 10e9);
  const traffic = {
    rx_bytes: packets * 86,
    rx_packets: packets,
    rx_errors: 0,
    rx_dropped: 0,
    tx_bytes: 126,
    tx_packets: 3,
    tx_errors: 0,
    tx_dropped: 0,
  };
  return { networks: Object.fromEntries(joined.map((_, index) => [`eth${index}`, traffic])) };
}
