import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followProgress, type Progress, readJsonLines } from "../../src/streams/index.js";
import { collect, cutAt } from "../support/frames.js";

async function* chunks(parts: Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

const lines = (...messages: object[]): string =>
  messages.map((one) => `${JSON.stringify(one)}\r\n`).join("");

/** What `onProgress` is told of these messages. */
async function progress(...messages: object[]): Promise<Progress[]> {
  const seen: Progress[] = [];
  await followProgress(chunks([lines(...messages)]), () => {}, {
    // The layers go on changing; what counts is how they are now.
    onProgress: (one) => seen.push({ ...one, layers: structuredClone(one.layers) }),
  });
  return seen;
}

describe("JSON lines", () => {
  it("are the same however they are cut, with any line break or none at the end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.string())),
        fc.constantFrom("\n", "\r\n", "\r\n\r\n"),
        fc.boolean(),
        fc.array(fc.nat()),
        async (values, lineBreak, last, cuts) => {
          const text =
            values.map((value) => JSON.stringify(value)).join(lineBreak) + (last ? lineBreak : "");
          const parts = cutAt(Buffer.from(text), cuts);
          // Through JSON: it knows no -0 and no __proto__.
          const expected = JSON.parse(JSON.stringify(values)) as unknown[];
          expect(await collect(readJsonLines(chunks(parts)))).toEqual(expected);
        },
      ),
    );
  });

  it.each(['{"a":1}\n{"b', "nonsense\n", '{"a":1} {"b":2}\n'])(
    "%j is a ProtocolError",
    async (text) => {
      await expect(collect(readJsonLines(chunks([text])))).rejects.toMatchObject({
        code: "PROTOCOL",
      });
    },
  );
});

describe("progress", () => {
  it("ends at 100 % in a plugin's own words, too", async () => {
    const words = [
      ["Preparing", "Uploading", "Upload complete"],
      ["Waiting", "Downloading", "Complete"],
    ];
    for (const [first, next, last] of words) {
      const seen = await progress(
        { status: first, progressDetail: {}, id: "aaa" },
        { status: next, progressDetail: { current: 1, total: 4 }, id: "aaa" },
        { status: last, progressDetail: {}, id: "aaa" },
      );
      expect(seen.map(({ percent }) => percent)).toEqual([0, 25, 100]);
    }
  });

  it("adds the layers up, and ends at 100 %", async () => {
    const seen = await progress(
      { status: "Pulling from library/alpine", id: "3.20" },
      { status: "Pulling fs layer", id: "aaa" },
      { status: "Pulling fs layer", id: "bbb" },
      { status: "Downloading", id: "aaa", progressDetail: { current: 50, total: 100 } },
      { status: "Downloading", id: "bbb", progressDetail: { current: 100, total: 300 } },
      { status: "Download complete", id: "aaa" },
      { status: "Extracting", id: "aaa", progressDetail: { current: 10, total: 100 } },
      { status: "Pull complete", id: "aaa" },
      { status: "Pull complete", id: "bbb" },
      { status: "Digest: sha256:1" },
    );
    expect(seen.map(({ current, total }) => [current, total])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [50, 100],
      [150, 400],
      [200, 400],
      [200, 400],
      [200, 400],
      [400, 400],
      [400, 400],
    ]);
    expect(seen.at(-1)?.percent).toBe(100);
    expect([...(seen.at(-1)?.layers.keys() ?? [])]).toEqual(["aaa", "bbb"]);
    expect(seen.map(({ percent }) => percent)).toEqual(
      seen.map(({ percent }) => percent).sort((a, b) => a - b),
    );
  });

  it("of layers whose size is not told goes by their number", async () => {
    const seen = await progress(
      { status: "Preparing", id: "aaa" },
      { status: "Preparing", id: "bbb" },
      { status: "Layer already exists", id: "aaa" },
      { status: "Pushed", id: "bbb" },
    );
    expect(seen.map(({ percent }) => percent)).toEqual([0, 0, 50, 100]);
  });

  it.each([
    [{ errorDetail: { code: 401, message: "denied" }, error: "denied" }, "denied", 401],
    [{ error: "no space left" }, "no space left", undefined],
    [{ errorDetail: {} }, "the operation failed", undefined],
  ])("with %j in the middle is a ProgressError", async (message, text, detailCode) => {
    await expect(progress({ status: "Preparing", id: "a" }, message)).rejects.toMatchObject({
      name: "ProgressError",
      code: "PROGRESS",
      message: text,
      detailCode,
    });
  });

  it("waits for an onProgress that is asynchronous, and ends with its error", async () => {
    const onProgress = async (): Promise<void> => {
      throw new Error("enough");
    };
    const source = chunks([lines({ status: "Waiting", id: "a" })]);
    await expect(followProgress(source, () => {}, { onProgress })).rejects.toThrow("enough");
  });

  it.each(["null", "7", '"text"'])("with the line %s is a ProtocolError", async (line) => {
    const reading = followProgress(chunks([`${line}\n`]), () => {});
    await expect(reading).rejects.toMatchObject({ code: "PROTOCOL" });
  });

  it("takes messages of an odd shape as they are", async () => {
    const seen = await progress({ status: null }, { status: 7, id: "a" }, { id: "b" });
    expect(seen.map(({ percent }) => percent)).toEqual([0, 0, 0]);
  });

  it("does not wait for an onProgress that never settles when the bytes fail", async () => {
    const bytes = Object.assign(chunks([lines({ status: "Waiting", id: "a" })]), {
      onFailure: (listener: (error: unknown) => void) =>
        void setTimeout(() => listener(new Error("aborted")), 10),
    });
    const onProgress = (): Promise<never> => new Promise(() => {});
    await expect(followProgress(bytes, () => {}, { onProgress })).rejects.toThrow("aborted");
  });

  it("of a load moves", async () => {
    const detail = (current: number): object => ({ progressDetail: { current, total: 4 } });
    const seen = await progress(
      { status: "Loading layer", id: "a", ...detail(2) },
      { status: "Loading layer", id: "a", ...detail(4) },
    );
    expect(seen.map(({ percent }) => percent)).toEqual([50, 100]);
  });

  it("ends when onProgress throws, with its error", async () => {
    let closed = false;
    const source = async function* (): AsyncGenerator<Uint8Array> {
      try {
        while (true) yield Buffer.from(lines({ status: "Waiting", id: "a" }));
      } finally {
        closed = true;
      }
    };
    const onProgress = (): never => {
      throw new Error("enough");
    };
    await expect(followProgress(source(), () => {}, { onProgress })).rejects.toThrow("enough");
    expect(closed).toBe(true);
  });
});
