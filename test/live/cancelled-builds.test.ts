import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Docker, ensureImage, image, ways } from "./engine.js";

describe.each(ways)("a build on a real engine, %s", (_, options) => {
  const docker = new Docker(options);
  const buildid = `sdk-${randomUUID()}`;
  // A step that nobody waits for the end of.
  const Dockerfile = `FROM ${image}\nRUN echo begun ${buildid} && sleep 300\n`;

  beforeAll(() => ensureImage(docker));
  afterAll(() => docker.close());

  /** Builds, and calls when the step runs. */
  async function build(
    query: { version?: "1" | "2" },
    signal: AbortSignal | undefined,
    onBegun: () => void,
  ): Promise<unknown> {
    let text = "";
    const building = docker.images.build(
      { Dockerfile },
      { ...query, buildid, nocache: true, forcerm: true },
      {
        signal,
        onProgress({ message }) {
          text += message.stream ?? "";
          // The command itself is told, too: its output stands alone on its line.
          if (new RegExp(`(^|\\n)(#\\d+ )?begun ${buildid}`).test(text)) onBegun();
        },
      },
    );
    return building.then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it("with BuildKit is ended by its id", async () => {
    const failure = await build(
      { version: "2" },
      undefined,
      () => void docker.images.cancelBuild(buildid),
    );
    expect(failure).toMatchObject({ code: "PROGRESS", message: expect.stringMatching(/cancel/) });
  });

  it("with the classic builder takes no notice of that, and is ended by its signal", async () => {
    const controller = new AbortController();
    const enough = new Error("enough");
    const failure = await build({}, controller.signal, () => {
      void docker.images
        .cancelBuild(buildid)
        .then(() => new Promise((resolve) => setTimeout(resolve, 1_000)))
        .then(() => controller.abort(enough));
    });
    expect(failure).toBe(enough);
    await expect
      .poll(
        () =>
          docker.containers
            .list({ filters: { ancestor: [image] } })
            .then((found) => found.filter(({ Command }) => Command?.includes(buildid))),
        { timeout: 20_000 },
      )
      .toEqual([]);
  });

  it("that there is none of is cancelled all the same", async () => {
    expect(await docker.images.cancelBuild(randomUUID())).toBeUndefined();
    await expect(docker.images.cancelBuild("")).rejects.toThrow("build ID not provided");
  });
});
