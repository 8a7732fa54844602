import { request } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { checkAnswer } from "../support/answers.js";
import { refusal, soon, upgrade, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({
    images: [{ reference: "app:1", config: { Labels: { of: "image" } } }],
    registry: ["reg.example/tool:2"],
  });
});
afterEach(() => daemon.close());

const post = async (path: string, body?: unknown) => {
  const { status, text } = await wire(daemon, "POST", path, { body });
  expect(status, text).toBeLessThan(400);
  return text === "" || text.includes("\r\n") ? undefined : JSON.parse(text);
};
const remove = (path: string): Promise<unknown> => wire(daemon, "DELETE", path);

const create = (body: object = {}, name = "app"): Promise<{ Id: string }> =>
  post(`/containers/create?name=${name}`, { Image: "app:1", Cmd: ["sleep", "600"], ...body });

interface Event {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes: Record<string, string> };
}

/** What has happened so far. */
async function past(query = ""): Promise<Event[]> {
  const now = Date.now() / 1000;
  const answer = await wire(daemon, "GET", `/events?until=${now + 0.02}&${query}`);
  return answer.text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** `container die` */
const names = (events: readonly Event[]): string[] =>
  events.map(({ Type, Action }) => `${Type} ${Action}`);

const filters = (given: object): string => `filters=${encodeURIComponent(JSON.stringify(given))}`;

describe("events", () => {
  it("tell of a container's life in the engine's order", async () => {
    await post("/volumes/create", { Name: "data" });
    await post("/networks/create", { Name: "net" });
    await create({
      HostConfig: {
        NetworkMode: "net",
        Mounts: [{ Type: "volume", Source: "data", Target: "/data" }],
      },
    });
    await post("/containers/app/start");
    await post("/containers/app/restart?t=0");
    await post("/containers/app/pause");
    await post("/containers/app/unpause");
    await post("/containers/app/update", { CpuShares: 2 });
    await wire(daemon, "GET", "/containers/app/top");
    await post("/containers/app/kill?signal=WINCH");
    await post("/containers/app/stop?t=0");
    await remove("/containers/app");
    await remove("/volumes/data");
    await remove("/networks/net");
    const starts = ["volume mount", "network connect", "container start"];
    const ends = ["network disconnect", "volume unmount"];
    const stops = ["container kill", "container kill", ...ends, "container stop", "container die"];
    expect(names(await past())).toEqual([
      "volume create",
      "network create",
      "container create",
      ...starts,
      ...stops,
      ...starts,
      "container restart",
      "container pause",
      "container unpause",
      "container update",
      "container top",
      "container kill",
      ...stops,
      "container destroy",
      "volume destroy",
      "network destroy",
    ]);
  });

  it("say what happened to what, with the container's labels", async () => {
    await create({ Labels: { of: "container", z: "1" }, Volumes: { "/data": {} } });
    await post("/containers/app/rename?name=other");
    await post("/containers/other/start");
    await post("/containers/other/resize?h=10&w=20");
    await post("/containers/other/kill");
    const common = { image: "app:1", name: "other", of: "container", z: "1" };
    const found = (await past()).map(({ Type, Action, Actor }) => [Type, Action, Actor.Attributes]);
    const { Id } = JSON.parse((await wire(daemon, "GET", "/containers/other/json")).text);
    const network = { container: Id, name: "bridge", type: "bridge" };
    expect(found).toEqual([
      ["volume", "create", { driver: "local" }],
      ["container", "create", { ...common, name: "app" }],
      ["container", "rename", { ...common, oldName: "/app" }],
      [
        "volume",
        "mount",
        {
          container: Id,
          destination: "/data",
          driver: "local",
          propagation: "",
          "read/write": "true",
        },
      ],
      ["network", "connect", network],
      ["container", "start", common],
      ["container", "resize", { ...common, height: "10", width: "20" }],
      ["container", "kill", { ...common, signal: "9" }],
      ["network", "disconnect", network],
      ["volume", "unmount", { container: Id, driver: "local" }],
      ["container", "die", { ...common, execDuration: "0", exitCode: "137" }],
    ]);
  });

  it("tell of attach and exec", async () => {
    await create({ OpenStdin: true, Tty: true });
    await post("/containers/app/start");
    const attached = await upgrade(daemon, "/containers/app/attach?stream=1&stdin=1&stdout=1");
    attached.connection.write("\x10\x11");
    await soon(attached.rest, "the end");
    for (const Cmd of [["sh", "-c", "exit 3"], ["nonsense"]]) {
      const { Id } = await post("/containers/app/exec", { Cmd, AttachStdout: true });
      await soon((await upgrade(daemon, `/exec/${Id}/start`, {})).rest, "the end");
    }
    const events = (await past()).filter(({ Type }) => Type === "container").slice(2);
    expect(events.map(({ Action, Actor }) => [Action, Actor.Attributes.exitCode])).toEqual([
      ["attach", undefined],
      ["detach", undefined],
      ["exec_create: sh -c exit 3", undefined],
      ["exec_start: sh -c exit 3", undefined],
      ["exec_die", "3"],
      ["exec_create: nonsense ", undefined],
      ["exec_start: nonsense ", undefined],
    ]);
    expect(events[3]?.Actor.Attributes.execID).toMatch(/^[0-9a-f]{64}$/);
  });

  it("tell of images, and of what a prune did", async () => {
    await create();
    await post("/containers/app/start");
    await post("/commit?container=app&repo=made&tag=1&comment=c");
    await post("/images/create?fromImage=reg.example/tool&tag=2");
    await post("/images/reg.example/tool/push?tag=2");
    await post("/images/made:1/tag?repo=made&tag=2");
    await remove("/images/made:2");
    await remove("/images/made:1");
    await remove("/containers/app?force=1");
    for (const what of ["containers", "networks", "volumes", "images", "build"] as const) {
      await post(what === "build" ? "/build/prune" : `/${what}/prune`);
    }
    const events = (await past()).slice(3);
    expect(names(events)).toEqual([
      "container pause",
      "image create",
      "image tag",
      "container commit",
      "container unpause",
      "image pull",
      "image push",
      "image tag",
      "image untag",
      "image untag",
      "image delete",
      "container kill",
      "network disconnect",
      "container die",
      "container destroy",
      ...["container", "network", "volume", "image", "builder"].map((type) => `${type} prune`),
    ]);
    const id = events[1]?.Actor.ID ?? "";
    expect(id).toMatch(/^sha256:/);
    const shown = events.map(({ Actor }) => [Actor.ID, Actor.Attributes]);
    expect(shown.slice(1, 4)).toEqual([
      [id, { name: id, of: "image" }],
      [id, { name: "made:1", of: "image" }],
      [
        expect.any(String),
        expect.objectContaining({ comment: "c", imageID: id, imageRef: "made:1" }),
      ],
    ]);
    expect(shown[5]).toEqual(["reg.example/tool:2", { name: "reg.example/tool" }]);
    expect(shown[8]).toEqual([id, { name: id, of: "image" }]);
    expect(shown[10]).toEqual([id, { name: id }]);
    expect(shown.at(-1)).toEqual(["", { reclaimed: "0" }]);
  });

  it("are lines of JSON with all the digits of their time, and with the old fields", async () => {
    const { Id } = await create();
    await post("/volumes/create", { Name: "data" });
    const line = async (version: string, type: string): Promise<string> => {
      const query = `until=${Date.now() / 1000 + 0.02}&${filters({ type: [type] })}`;
      return (await wire(daemon, "GET", `${version}/events?${query}`)).text;
    };
    const [, seconds, nanoseconds] =
      /^\{"status":"create","id":"\w+","from":"app:1","Type":"container","Action":"create","Actor":\{.*\},"scope":"local","time":(\d{10}),"timeNano":(\d{19})\}\n$/.exec(
        await line("", "container"),
      ) ?? [];
    expect(nanoseconds?.slice(0, 10)).toBe(seconds);
    expect(nanoseconds).toMatch(/000$/);
    const answer = JSON.parse(await line("", "container"));
    expect(answer).toMatchObject({ id: Id });
    expect(checkAnswer("SystemEvents", 200, answer)).toEqual([]);
    expect(await line("", "volume")).toMatch(/^\{"Type":"volume"/);
    await daemon.close();
    daemon = new MockDaemon({ images: ["app:1"], apiVersion: "1.52" });
    await create();
    expect(await line("/v1.52", "container")).toMatch(/^\{"Type":"container"/);
    expect(await line("/v1.51", "container")).toMatch(/^\{"status":"create"/);
  });

  it("come as they happen, until the client goes away", async () => {
    const { body, headers } = await request("http://docker/events", {
      dispatcher: daemon.dispatcher,
    });
    expect(headers).toMatchObject({ "content-type": "application/json" });
    const listeners = async (): Promise<number> =>
      JSON.parse((await wire(daemon, "GET", "/info")).text).NEventsListener;
    expect(await listeners()).toBe(1);
    await post("/volumes/create", { Name: "data" });
    const next = body[Symbol.asyncIterator]();
    const { value } = await soon(next.next(), "the event");
    expect(JSON.parse(String(value))).toMatchObject({ Action: "create", Actor: { ID: "data" } });
    body.on("error", () => {}).destroy();
    while ((await listeners()) > 0);
  });

  it("of the past are cut by since and until, to the nanosecond; 256 of them are kept", async () => {
    for (let count = 0; count < 300; count += 1)
      await post("/volumes/create", { Name: `v${count}` });
    const all = await wire(daemon, "GET", `/events?until=${Date.now() / 1000 + 0.02}`);
    const times = [...all.text.matchAll(/"timeNano":(\d{10})(\d{9})/g)].map(
      ([, seconds, rest]) => `${seconds}.${rest}`,
    );
    expect(times).toHaveLength(256);
    const cut = `/events?since=${times[10]}&until=${times[12]}`;
    const { text } = await wire(daemon, "GET", cut);
    expect([...text.matchAll(/"ID":"(\w+)"/g)].map(([, id]) => id)).toEqual(["v54", "v55", "v56"]);
    expect(await wire(daemon, "GET", "/events?since=2&until=1.5")).toMatchObject(
      refusal(400, "`since` time (2) cannot be after `until` time (1.5)"),
    );
    expect(await wire(daemon, "GET", "/events?since=1h")).toMatchObject(
      refusal(500, 'strconv.ParseInt: parsing "1h": invalid syntax'),
    );
  });

  it("are filtered as the engine does it", async () => {
    const { Id } = await create({ Labels: { a: "b", c: "" } }, "app-one");
    await post("/containers/app-one/start");
    const { Id: exec } = await post("/containers/app-one/exec", { Cmd: ["true"] });
    await soon((await upgrade(daemon, `/exec/${exec}/start`, {})).rest, "the end");
    await post("/images/app:1/tag?repo=app&tag=2");
    const shown = async (given: object): Promise<string[]> => names(await past(filters(given)));
    const own = [
      "container create",
      "container start",
      "container exec_create: true ",
      "container exec_start: true ",
      "container exec_die",
    ];
    expect(await shown({ container: [Id] })).toEqual(own);
    expect(await shown({ container: { "app-o": true } })).toEqual(own);
    expect(await shown({ container: ["one"] })).toEqual([]);
    expect(await shown({ event: ["exec_create", "exec_start"] })).toEqual(own.slice(2, 4));
    expect(await shown({ event: ["exec_"] })).toEqual([]);
    expect(await shown({ event: ["start", "connect"] })).toEqual([
      "network connect",
      "container start",
    ]);
    expect(await shown({ type: ["network", "image"] })).toEqual(["network connect", "image tag"]);
    expect(await shown({ network: ["bridge"] })).toEqual(["network connect"]);
    expect(await shown({ image: ["app"] })).toEqual([...own, "image tag"]);
    expect(await shown({ image: ["app:1"] })).toEqual(own);
    expect(await shown({ label: ["a=b", "c"] })).toEqual(own);
    expect(await shown({ label: ["a=c"] })).toEqual([]);
    expect(await shown({ container: [Id], event: ["start"] })).toEqual(["container start"]);
    expect(await shown({ scope: ["swarm"] })).toEqual([]);
    expect(await shown({ nonsense: ["x"] })).toEqual([
      ...own.slice(0, 1),
      "network connect",
      ...own.slice(1),
      "image tag",
    ]);
    expect(await wire(daemon, "GET", "/events?filters=x")).toMatchObject(
      refusal(400, "invalid filter"),
    );
  });
});
