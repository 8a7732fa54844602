/** What is needed of DER, the encoding of certificates: a tag, a length and a content each. */
export type Der = Buffer;

function element(tag: number, content: Uint8Array): Der {
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

/** One byte up to 127, else the number of bytes that the length has, and those. */
function length(size: number): Buffer {
  return size < 0x80 ? Buffer.from([size]) : longLength(bigEndian(size));
}

const longLength = (bytes: number[]): Buffer => Buffer.from([0x80 | bytes.length, ...bytes]);

function bigEndian(number: number): number[] {
  return number < 0x100 ? [number] : [...bigEndian(Math.floor(number / 0x100)), number % 0x100];
}

export const sequence = (...parts: Der[]): Der => element(0x30, Buffer.concat(parts));
export const setOf = (part: Der): Der => element(0x31, part);
export const octets = (content: Uint8Array): Der => element(0x04, content);
export const text = (content: string): Der => element(0x0c, Buffer.from(content));
export const yes: Der = element(0x01, Buffer.from([0xff]));

/** An unsigned integer: a zero goes before what would be taken for a sign. */
export function integer(content: Uint8Array): Der {
  const signed = ((content[0] ?? 0) & 0x80) !== 0;
  return element(0x02, signed ? Buffer.concat([Buffer.from([0]), content]) : content);
}

/** @param unused - how many bits of the last byte do not count */
export const bits = (content: Uint8Array, unused = 0): Der =>
  element(0x03, Buffer.concat([Buffer.from([unused]), content]));

/** A name such as `2.5.4.3`: the first two numbers share a byte, and seven bits of each go in one. */
export function objectId(name: string): Der {
  const [first = 0, second = 0, ...rest] = name.split(".").map(Number);
  return element(
    0x06,
    Buffer.from([first * 40 + second, ...rest.flatMap((each) => base128(each))]),
  );
}

function base128(number: number, last = 0): number[] {
  const before = number < 0x80 ? [] : base128(Math.floor(number / 0x80), 0x80);
  return [...before, (number % 0x80) | last];
}

/** Years up to 2049 have two digits, those after that have four. */
export function time(date: Date): Der {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, "");
  const short = date.getUTCFullYear() < 2050;
  return element(short ? 0x17 : 0x18, Buffer.from(short ? digits.slice(2) : digits));
}

/** Another element in a tag of its own, `[3]`. */
export const explicit = (tag: number, content: Der): Der => element(0xa0 | tag, content);

/** Bare bytes in a tag of its own. */
export const tagged = (tag: number, content: Uint8Array): Der => element(0x80 | tag, content);
