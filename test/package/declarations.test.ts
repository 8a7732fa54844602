import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Consumer, createConsumer, root } from "./consumer.js";

let consumer: Consumer;

beforeAll(async () => {
  consumer = await createConsumer();
  consumer.write("empty.ts", empty);
  consumer.write("calls.ts", calls);
});

afterAll(() => consumer.remove());

const empty = `import type { Dispatcher } from "undici";
export type Used = Dispatcher;
`;

const calls = `import { Docker } from "docker-engine-sdk";
const docker = new Docker();
export async function use(): Promise<unknown[]> {
  const body = { Image: "alpine:3.20", HostConfig: { AutoRemove: true } };
  const { Id } = await docker.containers.create(body, { name: "clock" });
  await docker.containers.start(Id);
  const { StatusCode } = await docker.containers.wait(Id);
  const [first] = await docker.containers.list({ all: true, filters: { status: ["exited"] } });
  const { State } = await docker.containers.inspect(Id);
  const lines = docker.containers.logs(Id, { stdout: true }).lines();
  for await (const line of lines) console.log(line);
  await docker.containers.stop(Id, { t: 1 });
  await docker.containers.remove(Id, { force: true });
  const [image] = await docker.images.list();
  await docker.images.pull("alpine:3.20");
  const { Size } = await docker.images.inspect("alpine:3.20");
  const network = await docker.networks.create({ Name: "backend" });
  const volume = await docker.volumes.create({ Name: "data" });
  const { NCPU } = await docker.system.info();
  for await (const event of docker.system.events()) console.log(event.Action);
  return [StatusCode, first?.Names, State.Running, image?.RepoTags, Size, network.Id, volume.Name, NCPU];
}
`;

/** Seconds of processor time that a compiler takes for a file, its own processes included. */
async function cost(compiler: string, file: string): Promise<number> {
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  const options = [
    ...["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"],
    ...["--lib", "es2023,esnext.disposable", "--types", "node"],
    ...["--typeRoots", join(root, "node_modules/@types")],
  ];
  const command = ["node", tsc, ...options, file].join(" ");
  return Number(await consumer.run("bash", "-c", `TIMEFORMAT=%U; { time ${command}; } 2>&1`));
}

describe("the declarations", () => {
  it("are under 700 kB, and those of the mock daemon, which only tests load, under 80 kB", () => {
    const dist = join(consumer.directory, "node_modules/docker-engine-sdk/dist");
    const names = readdirSync(dist).filter((name) => /\.d\.c?ts$/.test(name));
    const sizes = new Map(names.map((name) => [name, statSync(join(dist, name)).size]));
    const mock = [sizes.get("testing.d.ts") ?? 0, sizes.get("testing.d.cts") ?? 0];
    const bytes = [...sizes.values(), ...mock.map((size) => -size)].reduce((a, b) => a + b);
    console.log(`declarations: ${bytes} bytes in ${names.length} files, the mock daemon's ${mock}`);
    expect(names.length).toBeGreaterThan(20);
    expect(bytes).toBeLessThan(700_000);
    for (const size of mock) {
      expect(size).toBeGreaterThan(10_000);
      expect(size).toBeLessThan(80_000);
    }
  });

  it.each(["typescript", "typescript-7"])(
    "cost under %s, with fifteen calls, no more than 1.5 times what undici's types alone do",
    async (compiler) => {
      const costs = { empty: [] as number[], calls: [] as number[] };
      // By turns, and the best of them: other work on the machine slows both down.
      for (let turn = 0; turn < 4; turn += 1) {
        costs.empty.push(await cost(compiler, "empty.ts"));
        costs.calls.push(await cost(compiler, "calls.ts"));
      }
      const ratio = Math.min(...costs.calls) / Math.min(...costs.empty);
      console.log(`${compiler}: ${ratio.toFixed(2)} times an empty file with undici's types`);
      expect(ratio).toBeLessThan(1.5);
    },
    300_000,
  );
});
