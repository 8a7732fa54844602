import { writeTar } from "../../../src/streams/tar.js";
import { entry } from "../../support/files.js";
import { type AnswerScenario, start } from "./scenario.js";

/** The engine itself. */
export const ofSystem: readonly AnswerScenario[] = [
  {
    title: "what the engine says of itself",
    operations: ["SystemVersion", "SystemInfo", "SystemDataUsage"],
    async run(setting) {
      const { docker } = setting;
      const { system } = docker;
      await system.ping();
      await system.version();
      await system.info();
      await start(setting, { HostConfig: { Mounts: [{ Type: "volume", Target: "/data" }] } });
      await system.dataUsage();
      if (!(await docker.supports("SystemDataUsage", "type"))) return;
      for (const type of ["container", "image", "volume", "build-cache"] as const) {
        await system.dataUsage({ type: [type] });
      }
    },
  },
  {
    title: "every event there was, and the one that comes",
    operations: ["SystemEvents", "SystemInfo"],
    async run(setting) {
      const { docker, name } = setting;
      await start(setting);
      const now = Date.parse((await docker.system.info()).SystemTime) / 1000;
      let seen = 0;
      for await (const _ of docker.system.events({ since: 1, until: Math.ceil(now) + 1 }))
        seen += 1;
      if (seen === 0) throw new Error("There was none");
      const filters = { container: [name] };
      for await (const _ of docker.system.events({ since: 1, filters })) break;
    },
  },
  {
    title: "plugins whose configuration is bare",
    operations: ["PluginList", "PluginInspect"],
    realOnly: "the mock daemon has no plugins",
    async run({ docker, name, later }) {
      const bare = {
        mounts: [{ type: "bind", destination: "/d" }],
        env: [{ name: "A" }],
        linux: { devices: [{ name: "d" }] },
        args: { name: "x" },
      };
      for (const [index, config] of [{}, bare].entries()) {
        const plugin = `${name}-${index}:1`;
        later(() => docker.plugins.remove(plugin, { force: true }));
        const content = JSON.stringify(config);
        const files = [entry("config.json", { content }), entry("rootfs/x", { content: plugin })];
        await docker.plugins.create(plugin, writeTar(files));
        await docker.plugins.inspect(plugin);
      }
      await docker.plugins.list();
      await docker.plugins.inspect(name).catch(() => {});
    },
  },
];
