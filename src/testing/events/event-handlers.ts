import { unixSeconds } from "../clock.js";
import { write } from "../containers/logs.js";
import type { Engine } from "../engine.js";
import { Filters, parseSeconds } from "../filters.js";
import { type Call, type Handlers, speaksAtLeast } from "../http/call.js";
import { badRequest, systemError } from "../http/engine-error.js";
import { eventFilter } from "./event-filter.js";
import type { EngineEvent } from "./events.js";

export const eventHandlers: Handlers = {
  async SystemEvents(call, engine) {
    const { query, response, signal } = call;
    const [since, until] = [parseTime(call, "since"), parseTime(call, "until")];
    if (since !== undefined && until !== undefined && until < since) {
      throw badRequest(
        `\`since\` time (${query.text("since")}) cannot be after \`until\` time (${query.text("until")})`,
      );
    }
    const wanted = eventFilter(Filters.parse(query.text("filters")));
    response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
    for await (const event of happenings(engine, since, until, signal)) {
      if (wanted(event)) await write(response, describe(event, call), signal);
    }
    response.end();
    return undefined;
  },
};

function parseTime({ query }: Call, name: string): bigint | undefined {
  const text = query.text(name);
  if (text === "") return undefined;
  try {
    return parseSeconds(text);
  } catch (error) {
    throw systemError((error as Error).message);
  }
}

/** The kept events if either time is given, and then those that come, until the time or the client is gone. */
async function* happenings(
  { events, clock }: Engine,
  since: bigint | undefined,
  until: bigint | undefined,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const past = since === undefined && until === undefined ? [] : events.kept;
  const queue = past.filter(
    ({ time }) => time >= (since ?? 0n) && (until === undefined || time <= until),
  );
  const left = until === undefined ? undefined : Number((until - clock.now()) / 1_000_000n);
  if (left !== undefined && left <= 0) return yield* queue;

  let wake = (): void => {};
  let over = false;
  const end = (): void => {
    over = true;
    wake();
  };
  const stop = events.listen((event) => {
    queue.push(event);
    wake();
  });
  const timer = left === undefined ? undefined : setTimeout(end, Math.min(left, 2 ** 31 - 1));
  timer?.unref();
  signal.addEventListener("abort", end, { once: true });
  try {
    for (;;) {
      yield* queue.splice(0);
      if (over) return;
      if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}

function describe(event: EngineEvent, call: Call): string {
  const { type, action, id, attributes, scope, time } = event;
  const from = attributes.image ? { from: attributes.image } : {};
  const old = { status: action, ...(id && { id }), ...(type === "container" && from) };
  // From API 1.52 on these are gone.
  const legacy = !speaksAtLeast(call, 52) && (type === "container" || type === "image") ? old : {};
  const text = JSON.stringify({
    ...legacy,
    Type: type,
    Action: action,
    Actor: { ID: id, Attributes: attributes },
    scope,
    time: unixSeconds(time),
  });
  // JSON.stringify would round it: it has more digits than a number keeps.
  return `${text.slice(0, -1)},"timeNano":${time}}\n`;
}
