import { randomUUID } from "node:crypto";
import { connect, createServer, type Socket } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { listen } from "../support/server.js";
import { Docker, ensureImage, image } from "./engine.js";

const socketPath = (process.env.DOCKER_HOST || "unix:///var/run/docker.sock").replace(
  "unix://",
  "",
);

beforeAll(async () => {
  await using docker = new Docker();
  await ensureImage(docker);
});

/** A way to the engine that can be cut. */
async function breakableWay(): Promise<{ host: string; cut(): void } & AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const engine = connect(socketPath);
    for (const [from, to] of [
      [client, engine],
      [engine, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {}).on("close", () => to.destroy());
      from.pipe(to);
    }
  });
  return {
    ...(await listen(server)),
    cut() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
  };
}

describe.runIf(socketPath.startsWith("/"))("the events of a real engine", () => {
  it("are all told, once and in order, though the connection is lost again and again", async () => {
    const label = `sdk-${randomUUID().slice(0, 8)}`;
    await using way = await breakableWay();
    await using direct = new Docker();
    await using docker = new Docker({ host: way.host, env: {} });
    const filters = { label: [`sdk=${label}`] };
    const seen: string[] = [];
    const names: string[] = [];
    let begun: () => void = () => {};
    const hearing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const watching = (async () => {
      for await (const { Action, Actor } of docker.system.events(
        { filters },
        { reconnect: true },
      )) {
        begun();
        if (Action === "rename") seen.push(Actor.Attributes?.name ?? "");
        if (Action === "destroy") return;
      }
    })();
    const { Id } = await direct.containers.create({ Image: image, Labels: { sdk: label } });
    // It may be listening only now: rename until something is heard.
    const rename = async (): Promise<void> => {
      const name = `${label}-${names.length}`;
      await direct.containers.rename(Id, { name });
      names.push(name);
    };
    const heard = { yet: false };
    void hearing.then(() => {
      heard.yet = true;
    });
    while (!heard.yet) await rename();
    for (let i = 0; i < 60; i++) {
      if (i % 15 === 7) way.cut();
      await rename();
    }
    await direct.containers.remove(Id);
    await watching;
    expect(seen.length).toBeGreaterThanOrEqual(60);
    expect(seen).toEqual(names.slice(-seen.length));
  });
});
