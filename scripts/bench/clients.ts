import { createRequire } from "node:module";
import { type Duplex, type Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { Client } from "undici";
import { Docker, type OutputStream } from "../../src/index.js";
import { FrameCounter, readBySocket } from "./hand-written.js";

/** What is read: a container's logs, or what an attach is told. */
export type Route = "logs" | "attach";

/** Reads all output of a container, and tells how many bytes of text that was. */
export type Read = (route: Route, container: string) => Promise<number>;

/** Makes a client for the engine behind a socket. */
type Connect = (socketPath: string) => Read;

const streams = { stdout: true, stderr: true };
const HANDED_OVER = "Connection: Upgrade\r\nUpgrade: tcp\r\n";

/** By the names that the table has. */
export const clients: Record<string, Connect> = {
  "hand-written, node:net": (socketPath) => (route, container) => {
    const { method, path } = requestFor(route, container);
    const headers = route === "attach" ? HANDED_OVER : "";
    const request = `${method} ${path} HTTP/1.1\r\nHost: engine\r\n${headers}\r\n`;
    return readBySocket(socketPath, request, route === "logs");
  },
  "undici, hand-written frames": (socketPath) => async (route, container) => {
    const client = new Client("http://engine", { socketPath });
    const { method, path } = requestFor(route, container);
    const counter = new FrameCounter();
    const body: Readable =
      route === "attach"
        ? (await client.upgrade({ method, path, protocol: "tcp" })).socket
        : (await client.request({ method, path })).body;
    body.on("data", (chunk: Buffer) => counter.take(chunk));
    await finished(body, { writable: false });
    body.destroy();
    await client.close();
    return counter.bytes;
  },
  "this SDK, frames": ours(async (output) => {
    let bytes = 0;
    for await (const { data } of output) bytes += data.length;
    return bytes;
  }),
  "this SDK, .lines()": ours(async (output) => {
    let bytes = 0;
    // Every line is ASCII, and its line break is not part of it.
    for await (const line of output.lines()) bytes += line.length + 1;
    return bytes;
  }),
  "this SDK, .pipe()": ours(async (output) => {
    const counter = new ByteCounter();
    await output.pipe(counter, counter);
    return counter.bytes;
  }),
  dockerode: (socketPath) => async (route, container) => {
    const found = new (loadDockerode())({ socketPath }).getContainer(container);
    const counter = new ByteCounter();
    const output =
      route === "attach"
        ? await found.attach({ ...streams, stream: true, hijack: true })
        : await found.logs({ ...streams, follow: true });
    found.modem.demuxStream(output, counter, counter);
    await finished(output, { writable: false });
    output.destroy();
    return counter.bytes;
  },
};

/** The one that is no dependency, and only measured where it could be installed. */
export const DOCKERODE = "dockerode";

interface Dockerode {
  getContainer(id: string): {
    attach(options: object): Promise<Duplex>;
    logs(options: object): Promise<Readable>;
    modem: { demuxStream(output: Readable, stdout: Writable, stderr: Writable): void };
  };
}

/** From the folder that it was installed in. */
function loadDockerode(): new (options: object) => Dockerode {
  return createRequire(`${process.env.DOCKERODE_FOLDER}/`)(DOCKERODE);
}

function ours(read: (output: OutputStream) => Promise<number>): Connect {
  return (socketPath) => async (route, container) => {
    await using docker = new Docker({ host: `unix://${socketPath}`, env: {} });
    if (route === "logs") {
      return await read(docker.containers.logs(container, { ...streams, follow: true }));
    }
    return await read((await docker.containers.attach(container, streams)).output);
  };
}

function requestFor(route: Route, container: string): { method: "GET" | "POST"; path: string } {
  const path = `/v1.51/containers/${container}/${route}?stream=1&follow=1&stdout=1&stderr=1`;
  return { method: route === "logs" ? "GET" : "POST", path };
}

class ByteCounter extends Writable {
  bytes = 0;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}
