import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../../src/connection/engine.js";
import { MockDaemon } from "../../src/testing/index.js";
import { type Compared, MOCK, outcomeOf } from "../conformance/comparison/outcome.js";
import { isOwed } from "../conformance/comparison/owed.js";
import { comparisons, ofRegistry } from "../conformance/comparison/scenarios.js";
import type { ComparisonScenario } from "../conformance/comparison/setting.js";
import { Docker, ensureImage, image, registry } from "./engine.js";

const docker = new Docker();
const { ApiVersion = "", Version, Components } = await docker.system.version();
const isPodman = Components?.some(({ Name }) => Name === "Podman Engine") === true;

describe.skipIf(isPodman)("the mock daemon does as the real engine does:", async () => {
  const engine = await openEngine({});
  let saved: Buffer;
  beforeAll(async () => {
    await ensureImage(docker);
    const { dispatcher } = engine;
    const { body } = await request(`http://docker/images/${image}/get`, { dispatcher });
    saved = Buffer.from(await body.arrayBuffer());
  });
  afterAll(async () => {
    await engine.close();
    await docker.close();
  });

  const { address = "", username = "", password = "" } = registry ?? {};
  const given: Omit<Compared, "dispatcher" | "origin"> = {
    image,
    minor: Number(ApiVersion.split(".")[1]),
    registry: { address, auth: { username, password, serveraddress: address } },
  };

  /** A mock daemon of the engine's age that has the same image and the same registry. */
  async function imitate(): Promise<MockDaemon> {
    const daemon = new MockDaemon({ apiVersion: ApiVersion });
    if (registry !== undefined) {
      daemon.registry.protect(address, { username, password });
      daemon.registry.insecure(address);
    }
    const { dispatcher } = daemon;
    const load = { dispatcher, method: "POST", body: saved } as const;
    await (await request(`${MOCK}/images/load`, load)).body.dump();
    return daemon;
  }

  const all = registry === undefined ? comparisons : [...comparisons, ...ofRegistry];
  const [owed, scenarios] = [true, false].map((wanted) =>
    all.filter(({ title }) => isOwed(title, given.minor) === wanted),
  ) as [ComparisonScenario[], ComparisonScenario[]];
  let equal = 0;
  let noted = 0;
  afterAll(() => {
    console.log(
      `comparison: engine ${Version}: ${equal} of ${scenarios.length} scenarios equal, ${noted} lines, ${owed.length} owed`,
    );
  });

  it.skip.each(owed)("owed: $title", () => {});
  // A difference has to show twice: on a busy machine an engine may once be slower than a scenario waits.
  it.each(scenarios)("$title", { retry: 1 }, async (scenario) => {
    await using daemon = await imitate();
    const [real, mock] = await Promise.all([
      outcomeOf(scenario, { ...given, dispatcher: engine.dispatcher, origin: "http://docker" }),
      outcomeOf(scenario, { ...given, dispatcher: daemon.dispatcher, origin: MOCK }),
    ]);
    expect(mock).toEqual(real);
    expect(real.length).toBeGreaterThan(0);
    equal += 1;
    noted += real.length;
  });
});
