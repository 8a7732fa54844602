import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const invalid = (text: string): object =>
  error(400, `rpc error: code = InvalidArgument desc = ${text}`);

describe.each(["secret", "config"] as const)("a %s in a swarm", (kind) => {
  const daemon = new MockDaemon({ images: ["app:1"] });
  const docker = new Docker({ dispatcher: daemon.dispatcher });
  const resource = kind === "secret" ? docker.secrets : docker.configs;
  beforeAll(async () => {
    await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  });
  afterAll(async () => {
    await docker.close();
    await daemon.close();
  });

  it("needs a name and something to say", async () => {
    await expect(resource.create({})).rejects.toEqual(invalid("name must be provided"));
    const most = kind === "secret" ? 512_000 : 1_024_000;
    await expect(resource.create({ Name: "a" })).rejects.toEqual(
      invalid(`${kind} data must be larger than 0 and less than ${most} bytes`),
    );
    await expect(resource.create({ Name: "a b", Data: base64("x") })).rejects.toEqual(
      invalid(
        "invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]",
      ),
    );
  });

  it("is found, labelled, and removed; only a config is shown", async () => {
    const { ID } = await resource.create({ Name: "one", Data: base64("x"), Labels: { a: "1" } });
    await expect(resource.create({ Name: "one", Data: base64("x") })).rejects.toEqual(
      error(409, `rpc error: code = AlreadyExists desc = ${kind} one already exists`),
    );
    const { Spec, Version } = await resource.inspect("one");
    expect(Spec).toEqual({
      Name: "one",
      Labels: { a: "1" },
      ...(kind === "config" && { Data: base64("x") }),
    });
    await resource.update(ID, { ...Spec, Labels: { b: "2" } }, { version: Version.Index });
    await expect(resource.update(ID, Spec, { version: Version.Index })).rejects.toEqual(
      error(500, "rpc error: code = Unknown desc = update out of sequence"),
    );
    await expect(resource.edit(ID, (spec) => ({ ...spec, Data: base64("other") }))).rejects.toEqual(
      invalid("only updates to Labels are allowed"),
    );
    expect(await resource.list({ filters: { label: ["b=2"], name: ["on"] } })).toHaveLength(1);
    expect(await resource.list({ filters: { label: ["a"] } })).toEqual([]);
    await resource.remove(ID.slice(0, 8));
    await expect(resource.inspect("one")).rejects.toEqual(error(404, `${kind} one not found`));
  });

  it("is a file in the containers of the services that read it, and stays until then", async () => {
    daemon.program("app:1", ({ files, stdout, signal }) => {
      stdout.write(files.readText(kind === "secret" ? "/run/secrets/token" : "/etc/token"));
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve(0)));
    });
    const { ID } = await resource.create({ Name: "token", Data: base64("it says\n") });
    const File = { UID: "0", GID: "0", Mode: 0o444 };
    const container =
      kind === "secret"
        ? { Secrets: [{ SecretID: ID, SecretName: "token", File: { ...File, Name: "token" } }] }
        : {
            Configs: [{ ConfigID: ID, ConfigName: "token", File: { ...File, Name: "/etc/token" } }],
          };
    const TaskTemplate = { ContainerSpec: { Image: "app:1", ...container } };
    await docker.services.create({ Name: "reader", TaskTemplate });
    const text = (): Promise<string> => docker.services.logs("reader", { stdout: true }).text();
    await expect.poll(text).toBe("it says\n");
    await expect(resource.remove("token")).rejects.toEqual(
      invalid(`${kind} 'token' is in use by the following service: reader`),
    );
    await docker.services.remove("reader");
    await resource.remove("token");
  });
});
