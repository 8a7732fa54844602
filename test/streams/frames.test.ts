import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameDecoder, type OutputFrame } from "../../src/streams/index.js";
import { OutputStream } from "../../src/streams/output.js";
import { collect, cutAt, frame } from "../support/frames.js";

/** Everything of one stream, put together. */
function joined(frames: OutputFrame[], stream: "stdout" | "stderr"): Buffer {
  return Buffer.concat(frames.filter((one) => one.stream === stream).map(({ data }) => data));
}

function decode(chunks: Uint8Array[]): OutputFrame[] {
  const decoder = new FrameDecoder();
  const frames = chunks.flatMap((chunk) => decoder.decode(chunk));
  decoder.end();
  return frames;
}

function output(chunks: Uint8Array[], multiplexed = true): OutputStream {
  return new OutputStream(async () => ({
    bytes: (async function* () {
      yield* chunks;
    })(),
    multiplexed,
  }));
}

describe("multiplexed output", () => {
  it("is the same however it is cut", () => {
    const anyFrame = fc.record({
      type: fc.constantFrom(0, 1, 2),
      data: fc.uint8Array({ maxLength: 2_000 }),
    });
    fc.assert(
      fc.property(fc.array(anyFrame), fc.array(fc.nat()), (frames, cuts) => {
        const bytes = Buffer.concat(frames.map(({ type, data }) => frame(type, data)));
        const decoded = decode(cutAt(bytes, cuts));
        const sent = (types: number[]): Buffer =>
          Buffer.concat(frames.filter(({ type }) => types.includes(type)).map(({ data }) => data));
        expect(joined(decoded, "stdout").equals(sent([0, 1]))).toBe(true);
        expect(joined(decoded, "stderr").equals(sent([2]))).toBe(true);
      }),
    );
  });

  it("cut after every single byte is the same", () => {
    const bytes = Buffer.concat([frame(1, "out"), frame(2, ""), frame(2, "err"), frame(1, "x")]);
    const decoded = decode([...bytes].map((byte) => Uint8Array.of(byte)));
    expect(joined(decoded, "stdout").toString()).toBe("outx");
    expect(joined(decoded, "stderr").toString()).toBe("err");
  });

  it("hands a large frame on as it comes, without a copy", () => {
    const chunk = Buffer.concat([
      frame(1, "").subarray(0, 4),
      Buffer.from([0x80, 0, 0, 0]),
      Buffer.from("abc"),
    ]);
    const [first] = new FrameDecoder().decode(chunk);
    expect(first?.data.buffer).toBe(chunk.buffer);
    expect(Buffer.from(first?.data ?? []).toString()).toBe("abc");
  });

  it("that is cut off in a frame is a ProtocolError", () => {
    const bytes = frame(1, "hello");
    for (let end = 1; end < bytes.length; end++) {
      expect(() => decode([bytes.subarray(0, end)])).toThrow(
        expect.objectContaining({ code: "PROTOCOL" }),
      );
    }
  });

  it("with a frame that does not exist is a ProtocolError, whatever the bytes are", () => {
    expect(() => decode([frame(4, "x")])).toThrow(/type 4/);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.array(fc.nat()), (bytes, cuts) => {
        try {
          decode(cutAt(Buffer.from(bytes), cuts));
        } catch (error) {
          expect(["PROTOCOL", "STREAM"]).toContain((error as { code: string }).code);
        }
      }),
    );
  });

  it("with an error of the engine ends with its words", () => {
    const bytes = Buffer.concat([frame(1, "a"), frame(3, "log driver failed")]);
    expect(() => decode([bytes.subarray(0, 20), bytes.subarray(20)])).toThrow("log driver failed");
  });

  it("gives out what was written before a frame that fails", async () => {
    for (const bad of [frame(3, "disk gone"), frame(9, "")]) {
      const read: string[] = [];
      const reading = (async () => {
        for await (const line of output([Buffer.concat([frame(1, "last words\n"), bad])]).lines()) {
          read.push(line);
        }
      })();
      await expect(reading).rejects.toMatchObject({
        code: expect.stringMatching(/STREAM|PROTOCOL/),
      });
      expect(read).toEqual(["last words"]);
    }
  });
});

describe("text and lines", () => {
  it("are right however the characters are cut", async () => {
    const text = "größe 🐳\nzweite Zeile\r\nende";
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat()), fc.array(fc.nat()), async (inner, outer) => {
        const frames = cutAt(Buffer.from(text), inner).map((part) => frame(1, part));
        const chunks = cutAt(Buffer.concat(frames), outer);
        expect(await output(chunks).text()).toBe(text);
        expect(await collect(output(chunks).lines())).toEqual(["größe 🐳", "zweite Zeile", "ende"]);
      }),
    );
  });

  it("keep the lines of stdout and stderr apart", async () => {
    const chunks = [frame(1, "a"), frame(2, "x\n"), frame(1, "b\n"), frame(2, "last")];
    expect(await collect(output(chunks).lines())).toEqual(["x", "ab", "last"]);
    expect(await output(chunks).text()).toBe("ax\nb\nlast");
  });

  it("of a TTY are one plain stream", async () => {
    const chunks = [Buffer.from("a\r\nb"), Buffer.from("\r\n")];
    expect(await collect(output(chunks, false).lines())).toEqual(["a", "b"]);
  });

  it("of a progress bar that never ends its line cost no more with every piece", async () => {
    const piece = frame(1, `\r${"#".repeat(79)}`);
    const chunks = Array.from({ length: 50_000 }, () => piece);
    const [line, ...more] = await collect(output(chunks).lines());
    expect(line).toHaveLength(50_000 * 80);
    expect(more).toEqual([]);
  });

  it("of nothing are nothing", async () => {
    expect(await output([]).text()).toBe("");
    expect(await collect(output([]).lines())).toEqual([]);
  });
});
