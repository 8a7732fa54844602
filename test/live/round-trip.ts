/**
 * Sends bytes to a container and reads them back: `round-trip.ts OPTIONS IMAGE WAY MIB`. A program of
 * its own, so that the memory that it needs is told apart from a test runner's.
 */
import { createCipheriv, createHash, type Hash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { Docker } from "../../src/index.js";
import { readTar, writeTar } from "../../src/streams/tar.js";

/** Prints this as JSON. */
export interface RoundTrip {
  /** How many bytes came back, and whether they were those that were sent. */
  bytes: number;
  equal: boolean;
  /** The most memory that the process ever had, of every kind. */
  peakMiB: number;
  seconds: number;
}

/** Bytes on one of the ways to a container and back, hashed on both. */
interface Trip {
  docker: Docker;
  container: string;
  size: number;
  sent: Hash;
  came(data: Uint8Array): void;
}

const CHUNK = 64 * 1024;

/** What looks random and is the same each time: nothing on the way can shorten it. */
async function* bytes({ size, sent }: Trip): AsyncGenerator<Uint8Array, void, undefined> {
  const cipher = createCipheriv("aes-128-ctr", Buffer.alloc(16, "key"), Buffer.alloc(16));
  const zeros = Buffer.alloc(CHUNK);
  for (let left = size; left > 0; left -= CHUNK) {
    const chunk = cipher.update(zeros.subarray(0, left));
    sent.update(chunk);
    yield chunk;
  }
}

const ways: Record<string, (trip: Trip) => Promise<void>> = {
  /** Through the stdin and the stdout of a `cat`. */
  async exec(trip) {
    const { docker, container } = trip;
    const { Id } = await docker.exec.create(container, {
      Cmd: ["cat"],
      AttachStdin: true,
      AttachStdout: true,
    });
    const { stdin, output } = await docker.exec.start(Id);
    const sending = pipeline(bytes(trip), stdin);
    for await (const { data } of output) trip.came(data);
    await sending;
  },
  /** As one file in an archive, and out of one. */
  async archive(trip) {
    const { docker, container, size } = trip;
    const file = { name: "round-trip", type: "file", mode: 0o644, uid: 0, gid: 0, size } as const;
    const archive = writeTar([{ ...file, mtime: new Date(0), body: bytes(trip) }]);
    await docker.containers.putArchive(container, archive, { path: "/tmp" });
    const back = await docker.containers.getArchive(container, { path: "/tmp/round-trip" });
    for await (const { body } of readTar(back.archive)) {
      for await (const data of body ?? []) trip.came(data);
    }
  },
};

const [options = "{}", Image = "", name = "", mib = ""] = process.argv.slice(2);
const way = ways[name];
if (!way) throw new Error(`there is no way "${name}"`);

await using docker = new Docker(JSON.parse(options));
const { Id: container } = await docker.containers.create({ Image, Cmd: ["sleep", "3600"] });
try {
  await docker.containers.start(container);
  const sent = createHash("sha256");
  const received = createHash("sha256");
  let count = 0;
  const came = (data: Uint8Array): void => {
    count += data.length;
    received.update(data);
  };
  const start = performance.now();
  await way({ docker, container, size: Number(mib) * 1024 * 1024, sent, came });
  const result: RoundTrip = {
    bytes: count,
    equal: sent.digest("hex") === received.digest("hex"),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    seconds: Math.round((performance.now() - start) / 100) / 10,
  };
  console.log(JSON.stringify(result));
} finally {
  // Its files go with it.
  await docker.containers.remove(container, { force: true, v: true });
}
