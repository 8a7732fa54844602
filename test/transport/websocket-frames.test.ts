import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeFrame, FrameReader } from "../../src/transport/websocket-frames.js";
import { cutAt } from "../support/frames.js";
import { serverFrame, takeClientFrames } from "../support/websocket.js";

/** What comes of chunks: all data as one, and the control frames. */
function read(chunks: Uint8Array[]): { data: Buffer; controls: [number, string][] } {
  const reader = new FrameReader();
  const data: Uint8Array[] = [];
  const controls: [number, string][] = [];
  for (const chunk of chunks) {
    for (const piece of reader.read(chunk)) {
      if (piece instanceof Uint8Array) data.push(piece);
      else controls.push([piece.opcode, Buffer.from(piece.payload).toString("latin1")]);
    }
  }
  return { data: Buffer.concat(data), controls };
}

describe("the frames of a server", () => {
  it("are the same however they are cut", () => {
    const message = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 });
    const control = fc.record({
      opcode: fc.constantFrom(9, 10),
      data: fc.uint8Array({ maxLength: 125 }),
    });
    const item = fc.record({ message, control: fc.option(control) });
    fc.assert(
      fc.property(fc.array(item), fc.array(fc.nat()), (items, cuts) => {
        const bytes = items.flatMap(({ message, control }) => {
          const last = message.length - 1;
          const pieces = message.map((data, i) => serverFrame(i === 0 ? 2 : 0, data, i === last));
          // A control frame may come between the pieces of a message.
          return control
            ? [
                pieces[0] ?? Buffer.alloc(0),
                serverFrame(control.opcode, control.data),
                ...pieces.slice(1),
              ]
            : pieces;
        });
        const { data, controls } = read(cutAt(Buffer.concat(bytes), cuts));
        expect(data).toEqual(Buffer.concat(items.flatMap(({ message }) => message)));
        expect(controls).toEqual(
          items.flatMap(({ control }) =>
            control ? [[control.opcode, Buffer.from(control.data).toString("latin1")]] : [],
          ),
        );
      }),
    );
  });

  it.each([125, 126, 0xffff, 0x10000])("may hold %i bytes, which come as they come", (size) => {
    const bytes = serverFrame(2, Buffer.alloc(size, "x"));
    const half = bytes.length >> 1;
    const reader = new FrameReader();
    const [first] = [...reader.read(bytes.subarray(0, half))] as Uint8Array[];
    const [second] = [...reader.read(bytes.subarray(half))] as Uint8Array[];
    expect((first?.length ?? 0) + (second?.length ?? 0)).toBe(size);
  });

  it.each<[string, number[]]>([
    ["is masked", [0x82, 0x81, 1, 2, 3, 4, 5]],
    ["has a bit of an extension", [0xc2, 0x01, 0]],
    ["is of an unknown kind", [0x83, 0x00]],
    ["goes on with no message", [0x80, 0x00]],
    ["begins a message within another", [0x02, 0x00, 0x02, 0x00]],
    ["is a ping in pieces", [0x09, 0x00]],
    ["is a ping that is too long", [0x89, 0x7e, 0x00, 0x7e]],
    ["is longer than a number can say", [0x82, 0x7f, 0xff, 0, 0, 0, 0, 0, 0, 0]],
  ])("that %s is a ProtocolError", (_, bytes) => {
    expect(() => read([Buffer.from(bytes)])).toThrow(
      expect.objectContaining({ code: "PROTOCOL", message: expect.stringMatching(/WebSocket/) }),
    );
  });
});

describe("the frames of a client", () => {
  it("are masked, each with its own mask, and hold what was to be sent", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        const [frames, rest] = takeClientFrames(encodeFrame(2, data));
        expect(rest).toHaveLength(0);
        expect(frames).toEqual([{ opcode: 2, masked: true, data: Buffer.from(data) }]);
      }),
    );
    const masks = new Set(
      Array.from({ length: 20 }, () => encodeFrame(2, Buffer.alloc(8)).toString("hex")),
    );
    expect(masks.size).toBe(20);
  });

  it.each([126, 0xffff, 0x10000])("may hold %i bytes", (size) => {
    const [[frame] = []] = takeClientFrames(encodeFrame(2, Buffer.alloc(size, "y")));
    expect(frame?.data.equals(Buffer.alloc(size, "y"))).toBe(true);
  });
});
