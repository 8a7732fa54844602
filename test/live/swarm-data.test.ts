import { afterAll, describe, expect, it } from "vitest";
import { swarm } from "./engine.js";
import { checked, FOR_EVER, shell, tasksOf, useSwarm } from "./swarm.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const ONLY_LABELS = {
  code: "BAD_PARAMETER",
  message: "rpc error: code = InvalidArgument desc = only updates to Labels are allowed",
};

describe.runIf(swarm)("in a swarm of a real engine,", async () => {
  const docker = await useSwarm();

  it("a secret is made, found, labelled and removed, and not shown", async () => {
    const { secrets } = docker;
    const body = { Name: "password", Data: base64("s3cret"), Labels: { app: "web" } };
    const { ID } = await checked("SecretCreate", secrets.create(body), 201);
    await expect(secrets.create(body)).rejects.toMatchObject({ code: "CONFLICT", status: 409 });
    const found = await checked("SecretInspect", secrets.inspect("password"));
    expect(found).toMatchObject({ ID, Spec: { Name: "password", Labels: { app: "web" } } });
    expect(found.Spec).not.toHaveProperty("Data");

    const query = { version: found.Version.Index };
    await secrets.update(ID, { ...found.Spec, Labels: { app: "db" } }, query);
    await secrets.edit(ID, ({ Labels }) => {
      if (Labels) Labels.tier = "back";
    });
    const { Spec } = await secrets.inspect(ID.slice(0, 12));
    expect(Spec.Labels).toEqual({ app: "db", tier: "back" });
    const changed = secrets.edit(ID, (spec) => ({ ...spec, Data: base64("other") }));
    await expect(changed).rejects.toMatchObject(ONLY_LABELS);

    for (const filters of [{ name: ["pass"] }, { names: ["password"] }, { id: [ID] }]) {
      const list = await checked("SecretList", secrets.list({ filters }));
      expect(list.map(({ ID }) => ID)).toEqual([ID]);
    }
    expect(await secrets.list({ filters: { label: ["app=db"] } })).toHaveLength(1);
    expect(await secrets.list({ filters: { label: ["app=web"] } })).toEqual([]);
    await secrets.remove("password");
    const gone = { code: "NOT_FOUND", message: `secret ${ID} not found` };
    await expect(secrets.inspect(ID)).rejects.toMatchObject(gone);
    await expect(secrets.remove(ID)).rejects.toMatchObject(gone);
  });

  it("a config is made, found, labelled and removed, and shown", async () => {
    const { configs } = docker;
    const body = { Name: "site", Data: base64("listen 80"), Labels: { app: "web" } };
    const { ID } = await checked("ConfigCreate", configs.create(body), 201);
    await expect(configs.create(body)).rejects.toMatchObject({ code: "CONFLICT", status: 409 });
    const found = await checked("ConfigInspect", configs.inspect("site"));
    expect(found).toMatchObject({ ID, Spec: body });

    const query = { version: found.Version.Index };
    await configs.update(ID, { ...found.Spec, Labels: { app: "db" } }, query);
    await configs.edit(ID, ({ Labels }) => {
      if (Labels) Labels.tier = "back";
    });
    const { Spec } = await configs.inspect(ID.slice(0, 12));
    expect(Spec).toEqual({ ...body, Labels: { app: "db", tier: "back" } });
    const changed = configs.edit(ID, (spec) => ({ ...spec, Data: base64("other") }));
    await expect(changed).rejects.toMatchObject(ONLY_LABELS);

    for (const filters of [{ name: ["si"] }, { id: [ID] }]) {
      const list = await checked("ConfigList", configs.list({ filters }));
      expect(list.map(({ ID }) => ID)).toEqual([ID]);
    }
    expect(await configs.list({ filters: { label: ["app=db"] } })).toHaveLength(1);
    expect(await configs.list({ filters: { label: ["app=web"] } })).toEqual([]);
    await configs.remove("site");
    const gone = { code: "NOT_FOUND", message: `config ${ID} not found` };
    await expect(configs.inspect(ID)).rejects.toMatchObject(gone);
    await expect(configs.remove(ID)).rejects.toMatchObject(gone);
  });

  it.each(["secrets", "configs"] as const)("%s have every edit of ten at once", async (kind) => {
    const resource = docker[kind];
    const { ID } = await resource.create({ Name: "busy", Data: base64("x"), Labels: {} });
    const keys = Array.from({ length: 10 }, (_, i) => `edit${i}`);
    await Promise.all(
      keys.map((key) =>
        resource.edit(ID, (spec) => ({ ...spec, Labels: { ...spec.Labels, [key]: "in" } })),
      ),
    );
    const { Spec } = await resource.inspect(ID);
    expect(Object.keys(Spec.Labels ?? {}).sort()).toEqual(keys);
    await resource.remove(ID);
  });

  describe("a service", () => {
    afterAll(() => docker.services.remove("reader").catch(() => {}));

    it("reads both, and neither can be removed as long as it does", async () => {
      const { secrets, configs, services } = docker;
      const secret = await secrets.create({ Name: "token", Data: base64("of the secret\n") });
      const config = await configs.create({ Name: "motd", Data: base64("of the config\n") });
      const File = { Name: "/motd", UID: "0", GID: "0", Mode: 0o444 };
      const spec = shell("reader", `cat /run/secrets/token /motd; ${FOR_EVER}`);
      Object.assign(spec.TaskTemplate?.ContainerSpec ?? {}, {
        Secrets: [{ SecretID: secret.ID, SecretName: "token", File: { ...File, Name: "token" } }],
        Configs: [{ ConfigID: config.ID, ConfigName: "motd", File }],
      });
      await checked("ServiceCreate", services.create(spec), 201);
      await checked("ServiceInspect", services.inspect("reader"));
      await tasksOf(docker, "reader", 1);
      const text = (): Promise<string> => services.logs("reader", { stdout: true }).text();
      await expect.poll(text).toBe("of the secret\nof the config\n");
      const used = /is in use by the following service: reader/;
      await expect(secrets.remove("token")).rejects.toMatchObject({ code: "BAD_PARAMETER" });
      await expect(secrets.remove("token")).rejects.toThrow(used);
      await expect(configs.remove("motd")).rejects.toThrow(used);
    });
  });
});
