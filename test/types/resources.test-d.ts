import { describe, expectTypeOf, it } from "vitest";
import type {
  ApiClient,
  Attachment,
  Body,
  ContainerStats,
  ContainerSummary,
  Docker,
  ExecResult,
  Query,
  Result,
  Transport,
} from "../../src/index.js";
import { call } from "../../src/transport/call.js";

declare const docker: Docker;
declare const transport: Transport;

describe("what the engine always sends needs no check", () => {
  it("in a list of containers", () => {
    type Summary = Awaited<ReturnType<Docker["containers"]["list"]>>[number];
    expectTypeOf<Summary>().toEqualTypeOf<ContainerSummary>();
    expectTypeOf<Summary["Id"]>().toEqualTypeOf<string>();
    expectTypeOf<Summary["Names"]>().toEqualTypeOf<string[]>();
    expectTypeOf<Summary["Labels"]>().toEqualTypeOf<{ [key: string]: string }>();
    expectTypeOf<Summary["Created"]>().toEqualTypeOf<number>();
    expectTypeOf<Summary["State"]>().toExtend<string>();
    expectTypeOf<Summary["Ports"][number]["PrivatePort"]>().toEqualTypeOf<number>();
    expectTypeOf<Summary["Mounts"][number]["Destination"]>().toEqualTypeOf<string>();
    expectTypeOf<Summary["NetworkSettings"]["Networks"]>().toExtend<object>();
  });

  it("in what is told of one container", () => {
    type Inspect = Result<"ContainerInspect">;
    expectTypeOf<Inspect["State"]["Running"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Inspect["State"]["ExitCode"]>().toEqualTypeOf<number>();
    expectTypeOf<Inspect["Config"]["Tty"]>().toExtend<boolean | undefined>();
    expectTypeOf<Inspect["Name"]>().toEqualTypeOf<string>();
  });

  it("in the settings of a container and of its networks", () => {
    type Inspect = Result<"ContainerInspect">;
    expectTypeOf<Inspect["Config"]["Tty"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Inspect["Config"]["Env"]>().toEqualTypeOf<string[] | null>();
    expectTypeOf<Inspect["HostConfig"]["NetworkMode"]>().toEqualTypeOf<string>();
    expectTypeOf<Inspect["HostConfig"]["Memory"]>().toEqualTypeOf<number>();
    expectTypeOf<Inspect["HostConfig"]["Binds"]>().toEqualTypeOf<string[] | null>();
    expectTypeOf<Inspect["HostConfig"]["LogConfig"]["Type"]>().toEqualTypeOf<string>();
    expectTypeOf<undefined>().not.toExtend<Inspect["HostConfig"]["RestartPolicy"]["Name"]>();
    type Endpoint = Inspect["NetworkSettings"]["Networks"][string];
    expectTypeOf<Endpoint["IPAddress"]>().toEqualTypeOf<string>();
    // Engines before 1.44 have none.
    expectTypeOf<undefined>().toExtend<Endpoint["DNSNames"]>();
  });

  it("in the settings of what a swarm keeps", () => {
    type Wanted = Result<"ServiceInspect">["Spec"];
    expectTypeOf<Wanted["Name"]>().toEqualTypeOf<string>();
    expectTypeOf<Wanted["Labels"]>().toEqualTypeOf<{ [key: string]: string }>();
    expectTypeOf<Wanted["Mode"]>().toExtend<object>();
    expectTypeOf<Result<"SecretInspect">["Spec"]["Name"]>().toEqualTypeOf<string>();
    expectTypeOf<Result<"NodeInspect">["Spec"]["Labels"]>().toExtend<object>();
    expectTypeOf<Result<"SwarmInspect">["Spec"]["Raft"]>().toExtend<object>();
    expectTypeOf<Result<"NetworkInspect">["IPAM"]["Driver"]>().toEqualTypeOf<string>();
  });

  it("in images, networks, volumes and the system", () => {
    expectTypeOf<Result<"ImageList">[number]["Id"]>().toEqualTypeOf<string>();
    expectTypeOf<Result<"ImageInspect">["Size"]>().toEqualTypeOf<number>();
    expectTypeOf<Result<"NetworkList">[number]["Name"]>().toEqualTypeOf<string>();
    expectTypeOf<Result<"NetworkCreate">["Id"]>().toEqualTypeOf<string>();
    expectTypeOf<Result<"VolumeCreate">["Mountpoint"]>().toEqualTypeOf<string>();
    expectTypeOf<Result<"SystemVersion">["ApiVersion"]>().toEqualTypeOf<string>();
    expectTypeOf<Result<"SystemInfo">["NCPU"]>().toEqualTypeOf<number>();
    expectTypeOf<Result<"ContainerWait">["StatusCode"]>().toEqualTypeOf<number>();
  });
});

describe("what may be null has to be checked", () => {
  it("in labels and deleted things", () => {
    expectTypeOf<null>().toExtend<Result<"ImageList">[number]["Labels"]>();
    expectTypeOf<null>().toExtend<Result<"VolumeInspect">["Labels"]>();
    expectTypeOf<null>().toExtend<Result<"ContainerPrune">["ContainersDeleted"]>();
  });
});

describe("what the engine would not understand does not compile", () => {
  it("in a body", () => {
    docker.containers.create({ Image: "alpine", HostConfig: { AutoRemove: true } });
    // @ts-expect-error a misspelt field
    docker.containers.create({ Imagee: "alpine" });
    // @ts-expect-error a misspelt field of a nested body
    docker.containers.create({ Image: "alpine", HostConfig: { Autoremove: true } });
    // @ts-expect-error text where a list is wanted
    docker.containers.create({ Image: "alpine", Cmd: "date" });
    docker.volumes.create({ Name: "data" });
    // @ts-expect-error a misspelt field where every field is optional
    docker.volumes.create({ name: "data" });
    // @ts-expect-error a network needs a name
    docker.networks.create({ Driver: "bridge" });
  });

  it("in a query", () => {
    docker.containers.list({ all: true, filters: { status: ["exited"] } });
    // @ts-expect-error a misspelt parameter
    docker.containers.list({ al: true });
    // @ts-expect-error a filter is a list
    docker.containers.list({ filters: { status: "exited" } });
    // @ts-expect-error a name is needed
    docker.containers.rename("web", {});
    // @ts-expect-error the tag is part of the reference
    docker.images.push("app", { tag: "1" });
    expectTypeOf<Query<"ImageDelete">["force"]>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<Body<"NetworkConnect">>().toExtend<object>();
  });

  it("in options", () => {
    // @ts-expect-error call options come after the query
    docker.containers.stop("web", { signal: new AbortController().signal });
    docker.containers.stop(
      "web",
      { signal: "SIGINT", t: 1 },
      { signal: new AbortController().signal },
    );
  });

  it("but undefined stands for what is left out", () => {
    const signal = undefined as AbortSignal | undefined;
    const name = undefined as string | undefined;
    docker.containers.create({ Image: "alpine" }, { name }, { signal, timeout: undefined });
  });

  it("as a call whose method or path is another operation's", () => {
    call(transport, "ContainerStart", "POST", "/containers/{id}/start", { path: { id: "web" } });
    // @ts-expect-error the path of another operation
    call(transport, "ContainerStart", "POST", "/containers/{id}/stop", { path: { id: "web" } });
    // @ts-expect-error the method of another operation
    call(transport, "ContainerStart", "GET", "/containers/{id}/start", { path: { id: "web" } });
    // @ts-expect-error the path needs an id
    call(transport, "ContainerStart", "POST", "/containers/{id}/start", {});
  });
});

describe("what was answered can be sent back", () => {
  it("as a new container", async () => {
    const { Config, HostConfig, NetworkSettings } = await docker.containers.inspect("web");
    const EndpointsConfig = NetworkSettings.Networks;
    docker.containers.create(Config);
    docker.containers.create({ ...Config, HostConfig, NetworkingConfig: { EndpointsConfig } });
    docker.networks.create({ Name: "like", IPAM: (await docker.networks.inspect("net")).IPAM });
  });

  it("as an update of what a swarm keeps", async () => {
    const { Spec, PreviousSpec, Version } = await docker.services.inspect("web");
    const query = { version: Version.Index };
    docker.services.update("web", Spec, query);
    docker.services.update("web", PreviousSpec ?? Spec, query);
    docker.services.create({ ...Spec, Name: "web2" });
    docker.nodes.update("node", (await docker.nodes.inspect("node")).Spec, query);
    docker.secrets.update("key", (await docker.secrets.inspect("key")).Spec, query);
    docker.configs.update("site", (await docker.configs.inspect("site")).Spec, query);
    docker.swarm.update((await docker.swarm.inspect()).Spec, query);
  });

  it("and a body needs none of it", () => {
    docker.containers.create({ Image: "alpine", HostConfig: {} });
    docker.services.create({ TaskTemplate: { ContainerSpec: { Image: "alpine" } } });
    docker.networks.create({ Name: "net", IPAM: { Config: [] } });
  });
});

describe("what is streamed has the type that was asked for", () => {
  it("by the query of stats", () => {
    const { containers } = docker;
    expectTypeOf(containers.stats("web", { stream: false })).toEqualTypeOf<
      Promise<ContainerStats>
    >();
    expectTypeOf(containers.stats("web")).toEqualTypeOf<AsyncIterableIterator<ContainerStats>>();
  });

  it("by the encoding of an exec", () => {
    const { containers } = docker;
    expectTypeOf(containers.exec("web", ["ls"])).toEqualTypeOf<Promise<ExecResult>>();
    const bytes = containers.exec("web", ["ls"], { encoding: "buffer" });
    expectTypeOf(bytes).toEqualTypeOf<Promise<ExecResult<Uint8Array>>>();
    // @ts-expect-error a command is a list of words
    containers.exec("web", "ls");
    // @ts-expect-error a misspelt field
    containers.exec("web", ["ls"], { WorkDir: "/" });
  });

  it("by the body of an exec's start", () => {
    expectTypeOf(docker.exec.start("1", { Detach: true })).toEqualTypeOf<Promise<undefined>>();
    expectTypeOf(docker.exec.start("1", { Tty: true })).toEqualTypeOf<Promise<Attachment>>();
  });

  it("and a build takes a directory, files, an archive or a URL", () => {
    const { images } = docker;
    images.build("./app");
    images.build({ Dockerfile: "FROM scratch", run: { content: "", mode: 0o755 } });
    images.build(new Uint8Array(), { buildargs: { A: null }, t: ["a:1"] });
    images.build(new URL("https://example.com/app.git"));
    // @ts-expect-error a name is one of a list
    images.build("./app", { t: "a:1" });
    // @ts-expect-error no content
    images.build({ Dockerfile: 7 });
  });
});

describe("docker.api", () => {
  it("knows every path of the document", () => {
    expectTypeOf(docker.api).toEqualTypeOf<ApiClient>();
    docker.api.GET("/secrets", {});
    // @ts-expect-error no such path
    docker.api.GET("/secret", {});
  });
});
