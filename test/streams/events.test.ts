import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { Docker, type EventMessage, type Filters } from "../../src/index.js";
import { type OddServer, serve } from "../support/server.js";

/** An event as the engine prints it: the number has more digits than JavaScript keeps. */
const event = (name: string, nanoseconds: string): string =>
  `{"Type":"container","Action":"${name}","Actor":{"ID":"x","Attributes":{}},` +
  `"scope":"local","time":${nanoseconds.slice(0, 10)},"timeNano":${nanoseconds}}\n`;

const FIRST = "1700000000000000001";
const SECOND = "1700000000000000002";

/** Answers each request for events by one of these; the requests' queries are kept. */
async function eventServer(
  answers: ((response: ServerResponse) => void)[],
): Promise<{ server: OddServer; queries: URLSearchParams[] }> {
  const queries: URLSearchParams[] = [];
  const server = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://x");
    if (pathname.endsWith("/info")) {
      return void response.end('{"SystemTime":"2023-11-14T22:13:20.000000000Z"}');
    }
    queries.push(searchParams);
    const answer = answers.shift();
    if (answer) answer(response.writeHead(200));
    else response.destroy();
  });
  return { server, queries };
}

async function actions(
  events: AsyncIterable<EventMessage>,
  count: number,
  onAction: (action: string) => void = () => {},
): Promise<string[]> {
  const seen: string[] = [];
  for await (const { Action } of events) {
    seen.push(Action);
    onAction(Action);
    if (seen.length === count) break;
  }
  return seen;
}

describe("events that are followed through lost connections", () => {
  it("go on after the last one, without losing or repeating one of the same nanosecond", async () => {
    let cut: () => void = () => {};
    const { server, queries } = await eventServer([
      (response) => {
        cut = () => response.destroy();
        response.write(event("create", FIRST) + event("start", SECOND));
      },
      // The engine sends again what came since then, that nanosecond included.
      (response) => response.write(event("start", SECOND) + event("die", SECOND)),
    ]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    const filters: Filters<"SystemEvents"> = { type: ["container"] };
    const events = docker.system.events({ filters }, { reconnect: true });
    const seen = await actions(events, 3, (action) => action === "start" && cut());
    expect(seen).toEqual(["create", "start", "die"]);
    expect(queries.map((query) => query.get("since"))).toEqual([
      "1700000000.000000000",
      "1700000000.000000002",
    ]);
    expect(queries.map((query) => query.get("filters"))).toEqual(
      Array(2).fill('{"type":["container"]}'),
    );
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("begin where they are asked to, and survive an engine that is not there for a while", async () => {
    const { server, queries } = await eventServer([
      (response) => response.end(event("create", FIRST)),
      (response) => response.destroy(),
      (response) => response.destroy(),
      (response) => response.write(event("create", FIRST) + event("start", SECOND)),
    ]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    const since = new Date(1_600_000_000_500);
    expect(await actions(docker.system.events({ since }, { reconnect: true }), 2)).toEqual([
      "create",
      "start",
    ]);
    expect(queries[0]?.get("since")).toBe("1600000000.500000000");
    expect(queries).toHaveLength(4);
  });

  it("fail at once when there was no connection yet", async () => {
    const { server } = await eventServer([]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    const events = docker.system.events({}, { reconnect: true });
    await expect(actions(events, 1)).rejects.toMatchObject({ code: "CONNECTION" });
  });

  it("end with `until`", async () => {
    const { server, queries } = await eventServer([
      (response) => response.end(event("create", FIRST)),
    ]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    const events = docker.system.events({ until: new Date() }, { reconnect: true });
    expect(await actions(events, 9)).toEqual(["create"]);
    expect(queries).toHaveLength(1);
  });

  it.each(["a signal", "close"])("end by %s while they wait to connect again", async (how) => {
    const { server } = await eventServer([(response) => response.end(event("create", FIRST))]);
    await using _ = server;
    const docker = new Docker({ host: server.host, env: {} });
    const controller = new AbortController();
    const { signal } = controller;
    const following = actions(docker.system.events({}, { reconnect: true, signal }), 9);
    following.catch(() => {});
    await sleep(150);
    if (how === "close") await docker.close();
    else controller.abort(new Error("enough"));
    await expect(following).rejects.toMatchObject(
      how === "close" ? { code: "CLOSED" } : { message: "enough" },
    );
    await docker.close();
  });

  it("are left at once while nothing comes", async () => {
    const { server } = await eventServer([(response) => response.write(event("create", FIRST))]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    const events = docker.system.events({}, { reconnect: true });
    await events.next();
    const waiting = events.next();
    waiting.catch(() => {});
    await sleep(20);
    await events.return?.();
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it("are refused a time that is none, before anything is sent", async () => {
    const { server, queries } = await eventServer([]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    const events = docker.system.events({ since: "10m" }, { reconnect: true });
    await expect(actions(events, 1)).rejects.toMatchObject({ code: "CONFIG", option: "since" });
    expect(queries).toEqual([]);
  });
});

describe("events without that", () => {
  it("end with the connection, and tell how", async () => {
    const { server } = await eventServer([
      (response) => response.end(event("create", FIRST)),
      (response) => {
        response.write(event("create", FIRST));
        setTimeout(() => response.destroy(), 20);
      },
    ]);
    await using _ = server;
    await using docker = new Docker({ host: server.host, env: {} });
    expect(await actions(docker.system.events(), 9)).toEqual(["create"]);
    await expect(actions(docker.system.events(), 9)).rejects.toMatchObject({ code: "CONNECTION" });
  });
});

describe("the time of an event", () => {
  const odd = `{"Type":"container","Action":"create","Actor":{"ID":"x","Attributes":{"a\\"timeNano":"\\"timeNano\\":12"}},"time":1,"timeNano":${FIRST}}`;

  it("has all its digits, as text, in every way to read it", async () => {
    await using server = await serve((_, response) => response.end(odd));
    await using docker = new Docker({ host: server.host, apiVersion: "1.41", env: {} });
    const until = new Date(0);
    const seen: EventMessage[] = [];
    for await (const one of docker.system.events()) seen.push(one);
    for await (const one of docker.system.events({ since: 0, until }, { reconnect: true })) {
      seen.push(one);
    }
    const { data } = await docker.api.GET("/events", {});
    expect([...seen, data]).toEqual(Array(3).fill({ ...JSON.parse(odd), timeNano: FIRST }));
  });
});
