import { once } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OutputSource, OutputStream, readJsonLines } from "../../src/streams/index.js";
import { collect, cutAt, frame } from "../support/frames.js";

/** Output of these chunks, and how much of it was asked for. */
function output(chunks: Iterable<Uint8Array>): {
  stream: OutputStream;
  ended: () => boolean;
  pulled: () => number;
} {
  let [ended, pulled] = [false, 0];
  const open = async (): Promise<OutputSource> => ({
    multiplexed: true,
    bytes: (async function* () {
      try {
        for (const chunk of chunks) {
          pulled += 1;
          yield chunk;
        }
      } finally {
        ended = true;
      }
    })(),
  });
  return { stream: new OutputStream(open), ended: () => ended, pulled: () => pulled };
}

function* forever(): Generator<Uint8Array> {
  for (;;) yield Buffer.concat([frame(1, "o".repeat(8192)), frame(2, "e".repeat(8192))]);
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}

/** Takes what it is given, slowly. */
function slow(): Writable & { taken: number } {
  const stream = new Writable({
    highWaterMark: 1024,
    write(chunk: Buffer, _encoding, done) {
      Object.assign(stream, { taken: taken.taken + chunk.length });
      setTimeout(done, 1);
    },
  });
  const taken = Object.assign(stream, { taken: 0 });
  return taken;
}

describe("output piped on", () => {
  it("arrives on its two streams, in order, and leaves them open", async () => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const { stream } = output([frame(1, "a"), frame(2, "x"), frame(1, "b")]);
    await stream.pipe(stdout, stderr);
    expect([stdout.writableEnded, stderr.writableEnded]).toEqual([false, false]);
    expect([String(stdout.read()), String(stderr.read())]).toEqual(["ab", "x"]);
    const both = new PassThrough();
    await output([frame(1, "a"), frame(2, "x"), frame(1, "b")]).stream.pipe(both);
    expect(String(both.read())).toBe("axb");
  });

  it("goes no faster than the slower stream takes it", async () => {
    const target = slow();
    const { stream, pulled } = output(forever());
    const piping = stream.pipe(target);
    await sleep(60);
    expect(pulled() * 16384 - target.taken).toBeLessThan(64 * 1024);
    target.destroy(new Error("full disk"));
    await expect(piping).rejects.toThrow("full disk");
  });

  it("ends with the stream it goes to, also while nothing comes", async () => {
    let ended = false;
    const quiet = new OutputStream(async () => ({
      multiplexed: true,
      bytes: {
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise(() => {}),
          return: async () => {
            ended = true;
            return { value: undefined, done: true };
          },
        }),
      },
    }));
    const target = new PassThrough();
    void quiet.pipe(target).catch(() => {});
    await sleep(10);
    target.destroy();
    await once(target, "close");
    await sleep(10);
    expect(ended).toBe(true);
  });
});

describe("output piped to a stream in trouble", () => {
  it("is there when pipe resolves, and a late error is pipe's own", async () => {
    let written = "";
    const late = new Writable({
      write: (chunk, _encoding, done) =>
        void setTimeout(() => {
          written += chunk;
          done();
        }, 20),
    });
    await output([frame(1, "a"), frame(1, "b")]).stream.pipe(late);
    expect(written).toBe("ab");
    const full = new Writable({
      write: (_chunk, _encoding, done) => void setTimeout(() => done(new Error("disk full")), 20),
    });
    await expect(output([frame(1, "a")]).stream.pipe(full)).rejects.toThrow("disk full");
  });

  it.each(["destroyed", "ended"])("that is %s already is not lost in silence", async (how) => {
    const target = new PassThrough();
    if (how === "ended") target.end();
    else target.destroy();
    const { stream } = output([frame(1, "a")]);
    await expect(stream.pipe(target)).rejects.toThrow("is closed");
    await expect(stream.pipe(new PassThrough(), target)).rejects.toThrow("is closed");
  });

  it("that takes no more is left when the output fails", async () => {
    let fail: (error: unknown) => void = () => {};
    const stream = new OutputStream(async () => ({
      multiplexed: false,
      bytes: {
        async *[Symbol.asyncIterator]() {
          yield Buffer.alloc(100_000);
        },
        onFailure: (listener) => {
          fail = listener;
        },
      },
    }));
    const piping = stream.pipe(new Writable({ write: () => {} }));
    await sleep(20);
    fail(new Error("aborted"));
    await expect(piping).rejects.toThrow("aborted");
  });
});

describe("output piped from a source that fails", () => {
  it("arrives as far as it had come", async () => {
    const stream = new OutputStream(async () => ({
      multiplexed: false,
      bytes: {
        async *[Symbol.asyncIterator]() {
          yield Buffer.from("last ");
          await sleep(10);
          yield Buffer.from("words");
          throw new Error("lost");
        },
        onFailure: (listener) => listener(new Error("lost")),
      },
    }));
    const target = new PassThrough();
    await expect(stream.pipe(target)).rejects.toThrow("lost");
    expect(String(target.read())).toBe("last words");
  });
});

describe("output that is asked for several times at once", () => {
  it("comes in order, and nothing is left out", async () => {
    const lines = output([frame(1, "a\nb\nc\n"), frame(1, "d\ne\n")]).stream.lines();
    const items = await Promise.all(Array.from({ length: 7 }, () => lines.next()));
    expect(items.map(({ value }) => value as unknown)).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
      undefined,
      undefined,
    ]);
  });
});

describe("output split in two", () => {
  it("can be read at once or one after the other", async () => {
    const chunks = Array.from({ length: 100 }, () => [frame(1, "o".repeat(999)), frame(2, "e")]);
    const first = output(chunks.flat()).stream.split();
    expect(
      (await Promise.all([read(first.stdout), read(first.stderr)])).map((all) => all.length),
    ).toEqual([99_900, 100]);
    const second = output(chunks.flat()).stream.split();
    expect((await read(second.stderr)).length).toBe(100);
    expect((await read(second.stdout)).length).toBe(99_900);
  });

  it("waits for a stream that is read slowly", async () => {
    const { stream, pulled, ended } = output(forever());
    const { stdout, stderr } = stream.split();
    stderr.resume();
    const target = slow();
    stdout.pipe(target);
    await sleep(60);
    expect(pulled() * 8192 - target.taken).toBeLessThan(256 * 1024);
    stdout.destroy();
    stderr.destroy();
    await sleep(10);
    expect(ended()).toBe(true);
  });

  it("goes on for one of them when the other is destroyed", async () => {
    const { stdout, stderr } = output([frame(1, "a"), frame(2, "x"), frame(1, "b")]).stream.split();
    stderr.destroy();
    expect(await read(stdout)).toBe("ab");
  });

  it("that fails ends no program that reads one of them only", async () => {
    const { stream } = output([frame(1, "cut").subarray(0, 9)]);
    await expect(read(stream.split().stdout)).rejects.toMatchObject({ code: "PROTOCOL" });
    await sleep(10);
  });

  it("fails for both", async () => {
    const { stdout, stderr } = output([
      frame(1, "a"),
      frame(1, "cut").subarray(0, 9),
    ]).stream.split();
    const failed = { code: "PROTOCOL" };
    await Promise.all([
      expect(read(stdout)).rejects.toMatchObject(failed),
      expect(read(stderr)).rejects.toMatchObject(failed),
    ]);
  });
});

describe("leaving output", () => {
  it.each(["frames", "lines"] as const)("in %s while nothing comes ends at once", async (kind) => {
    let ended = false;
    const stream = new OutputStream(async () => ({
      multiplexed: true,
      bytes: {
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise<never>(() => {}),
          return: async () => {
            ended = true;
            return { value: undefined, done: true };
          },
        }),
      },
    }));
    const iterator = kind === "frames" ? stream[Symbol.asyncIterator]() : stream.lines();
    void iterator.next();
    await sleep(5);
    await iterator.return?.();
    expect(ended).toBe(true);
  });

  it.each(["frames", "lines"] as const)("in a loop over %s ends its source", async (kind) => {
    const { stream, ended } = output([frame(1, "a\nb\n"), frame(1, "c\n")]);
    for await (const _ of kind === "frames" ? stream : stream.lines()) break;
    expect(ended()).toBe(true);
  });

  it("ends it too when a program throws", async () => {
    const { stream, ended } = output(forever());
    const reading = (async () => {
      for await (const _ of stream) throw new Error("mine");
    })();
    await expect(reading).rejects.toThrow("mine");
    expect(ended()).toBe(true);
  });
});

describe("any size, cut anywhere", () => {
  const size = fc.oneof(
    { weight: 8, arbitrary: fc.nat(4096) },
    { weight: 1, arbitrary: fc.nat(1024 * 1024) },
  );
  const cuts = fc.array(fc.nat(2 ** 31), { maxLength: 40 });

  it("gives the same frames", async () => {
    const frames = fc.array(fc.record({ type: fc.constantFrom(1, 2), size }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(frames, cuts, async (sent, places) => {
        const bytes = Buffer.concat(
          sent.map(({ type, size }, i) => frame(type, Buffer.alloc(size, i))),
        );
        const joined = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
        for await (const { stream, data } of output(cutAt(bytes, places)).stream)
          joined[stream].push(data);
        for (const [type, stream] of [
          [1, "stdout"],
          [2, "stderr"],
        ] as const) {
          const expected = sent.flatMap((one, i) =>
            one.type === type ? [Buffer.alloc(one.size, i)] : [],
          );
          expect(Buffer.concat(joined[stream]).equals(Buffer.concat(expected))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same JSON lines, as lines and as a sequence", async () => {
    const mark = fc.constantFrom("", "\x1e");
    await fc.assert(
      fc.asyncProperty(
        fc.array(size, { maxLength: 8 }),
        mark,
        cuts,
        async (sizes, before, places) => {
          const values = sizes.map((length, i) => ({ i, text: "ü".repeat(length / 2) }));
          const bytes = Buffer.from(
            values.map((value) => `${before}${JSON.stringify(value)}\n`).join(""),
          );
          const chunks = async function* (): AsyncGenerator<Uint8Array> {
            yield* cutAt(bytes, places);
          };
          expect(await collect(readJsonLines(chunks()))).toEqual(values);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("that is no JSON is a ProtocolError, after what was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), cuts, async (noise, places) => {
        const bytes = Buffer.concat([Buffer.from('{"a":1}\n{'), noise]);
        const chunks = async function* (): AsyncGenerator<Uint8Array> {
          yield* cutAt(bytes, places);
        };
        const read: unknown[] = [];
        try {
          for await (const value of readJsonLines(chunks())) read.push(value);
        } catch (error) {
          expect(error).toMatchObject({ code: "PROTOCOL" });
        }
        expect(read[0]).toEqual({ a: 1 });
      }),
    );
  });
});
