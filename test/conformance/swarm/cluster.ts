import { filtered, type SwarmScenario, type Told, versioned } from "./scenario.js";

/** The swarm itself, and its node. */
export const clusterScenarios: readonly SwarmScenario[] = [
  {
    title: "a swarm that is looked at and not changed",
    async run(ask) {
      const found = await ask("GET", "/swarm");
      await ask("GET", "/swarm/unlockkey");
      await ask("POST", "/swarm/unlock", { UnlockKey: "x" });
      await ask("POST", "/swarm/leave");
      await ask("POST", "/swarm/init", { ListenAddr: "127.0.0.1:2377" });
      await ask("POST", "/swarm/update", {});
      await ask("POST", "/swarm/update?version=x", {});
      await ask("POST", "/swarm/update?version=1", found.Spec ?? {});
      const spec = found.Spec ?? {};
      await ask("POST", versioned("/swarm", found), { ...spec, Name: "other" });
      const expires = { ...spec, CAConfig: { NodeCertExpiry: 1 } };
      await ask("POST", versioned("/swarm", found), expires);
      const beats = { ...spec, Dispatcher: { HeartbeatPeriod: -1 } };
      await ask("POST", versioned("/swarm", found), beats);
    },
  },
  {
    title: "a node that is the only one",
    async run(ask) {
      const [node] = await ask<Told[]>("GET", "/nodes");
      const ID = node?.ID;
      await ask("GET", "/nodes/self");
      const found = await ask("GET", `/nodes/${ID}`);
      const spec = found.Spec ?? {};
      const path = `/nodes/${ID}`;
      await ask("GET", "/nodes/nobody");
      await ask("DELETE", "/nodes/nobody");
      await ask("DELETE", path);
      await ask("DELETE", `${path}?force=1`);
      await ask("POST", `${path}/update`, spec);
      await ask("POST", `${path}/update?version=1`, spec);
      await ask("POST", versioned(path, found), { ...spec, Role: "worker" });
      await ask("POST", versioned(path, found), { ...spec, Role: "king" });
      await ask("POST", versioned(path, found), { ...spec, Availability: "x" });
      for (const filters of [
        { no: ["x"] },
        { role: ["king"] },
        { role: ["worker"] },
        { membership: ["x"] },
        { name: ["zz"] },
      ]) {
        await ask("GET", filtered("/nodes", filters));
      }
    },
  },
];
