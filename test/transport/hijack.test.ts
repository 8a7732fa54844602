import type { Socket } from "node:net";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { type Attachment, Docker, type DockerOptions } from "../../src/index.js";
import { createAuthority } from "../support/certificates.js";
import { frame } from "../support/frames.js";
import { type RawEngine, rawEngine, upgraded } from "../support/raw-engine.js";

const streams = { stdin: true, stdout: true, stderr: true };
const client = (engine: RawEngine, options: DockerOptions = {}): Docker =>
  new Docker({ host: engine.host, env: {}, ...options });

/** An engine that hands the connection over and sends back what it is sent. */
const echo = (socket: Socket): void => {
  socket.write(upgraded("raw"));
  socket.pipe(socket);
};

/** It says nothing, and leaves when the client does. */
const silent = (socket: Socket): void => {
  socket.on("end", () => socket.end()).resume();
};

async function bytesOf({ output }: Attachment): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const { data } of output) pieces.push(data);
  return Buffer.concat(pieces);
}

describe("a connection that is handed over", () => {
  it("asks for it, delivers the body and keeps what comes with the 101", async () => {
    let asked = "";
    await using engine = await rawEngine((socket, head, body) => {
      asked = `${head}\r\n\r\n${body}`;
      socket.end(Buffer.concat([Buffer.from(upgraded()), frame(1, "early"), frame(2, "words")]));
    });
    await using docker = client(engine);
    const attachment = await docker.exec.start("abc", { Tty: false });
    const { stdout, stderr } = attachment.output.split();
    const read = async (stream: AsyncIterable<Buffer>): Promise<string> => {
      let text = "";
      for await (const chunk of stream) text += chunk;
      return text;
    };
    expect(await Promise.all([read(stdout), read(stderr)])).toEqual(["early", "words"]);
    expect(asked).toMatch(/^POST \/v1\.51\/exec\/abc\/start HTTP/);
    expect(asked).toMatch(/^connection: upgrade$/im);
    expect(asked).toMatch(/^upgrade: tcp$/im);
    expect(asked).toMatch(/\r\n\r\n\{"Tty":false\}$/);
  });

  it("sends no body with an attach: it would become the container's input", async () => {
    let asked: [string, string] = ["", ""];
    await using engine = await rawEngine((socket, head, body) => {
      asked = [head, body.toString()];
      socket.end(upgraded("raw"));
    });
    await using docker = client(engine);
    await bytesOf(await docker.containers.attach("web", { stdout: true }));
    expect(asked[1]).toBe("");
    expect(asked[0]).toMatch(/^POST \/v1\.51\/containers\/web\/attach\?stream=true&stdout=true /);
    expect(asked[0]).not.toMatch(/transfer-encoding/i);
  });

  it("is closed in one direction, and output goes on after that", async () => {
    await using engine = await rawEngine((socket) => {
      socket.write(upgraded("raw"));
      let input = "";
      socket.on("data", (data) => {
        input += data;
      });
      socket.on("end", () => socket.end(`read ${input}, and more to say`));
    });
    await using docker = client(engine);
    const attachment = await docker.containers.attach("web", streams);
    attachment.stdin.end("all of it");
    expect(String(await bytesOf(attachment))).toBe("read all of it, and more to say");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("works the same over mutual TLS", async () => {
    const authority = await createAuthority();
    const server = await authority.server({ names: ["127.0.0.1"] });
    const tls = { ...server, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
    await using engine = await rawEngine((socket) => {
      socket.write(upgraded("raw"));
      socket.on("end", () => socket.end("after the end"));
      socket.resume();
    }, tls);
    const identity = { ca: authority.ca, ...(await authority.client()) };
    await using docker = client(engine, { tls: identity });
    const attachment = await docker.containers.attach("web", streams);
    attachment.stdin.end("x".repeat(100_000));
    expect(String(await bytesOf(attachment))).toBe("after the end");
  });

  it.each([
    [
      "HTTP/1.1 404 Not Found\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\nNo such container: web\r\n",
      "NotFoundError",
      "No such container: web",
    ],
    [
      'HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n{"message":"is not running"}',
      "ConflictError",
      "is not running",
    ],
    [
      "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
      "ServerError",
      /answered 500/,
    ],
  ])("that the engine refuses with %j is a %s", async (answer, name, message) => {
    await using engine = await rawEngine((socket) => socket.end(answer));
    await using docker = client(engine);
    await expect(docker.containers.attach("web", streams)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
      operation: "ContainerAttach",
    });
  });

  it("that something between does not hand over is told so", async () => {
    await using engine = await rawEngine((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\nabc");
      silent(socket);
    });
    await using docker = client(engine);
    await expect(docker.containers.attach("web", streams)).rejects.toMatchObject({
      code: "PROTOCOL",
      message: expect.stringMatching(/not handed over .*Upgrade header/),
    });
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("that breaks before an answer is a ConnectionError", async () => {
    await using engine = await rawEngine((socket) => socket.destroy());
    await using docker = client(engine);
    await expect(docker.containers.attach("web", streams)).rejects.toMatchObject({
      code: "CONNECTION",
    });
  });

  it("that is cut off in a frame is a ProtocolError, and what was whole is read", async () => {
    await using engine = await rawEngine((socket) =>
      socket.end(
        Buffer.concat([
          Buffer.from(upgraded()),
          frame(1, "whole\n"),
          frame(1, "cut").subarray(0, 9),
        ]),
      ),
    );
    await using docker = client(engine);
    const { output } = await docker.containers.attach("web", { stdout: true });
    const read: string[] = [];
    const reading = (async () => {
      for await (const line of output.lines()) read.push(line);
    })();
    await expect(reading).rejects.toMatchObject({ code: "PROTOCOL" });
    expect(read).toEqual(["whole"]);
  });

  it("is read to its end though the process has stopped reading", async () => {
    const size = 4 * 1024 * 1024;
    await using engine = await rawEngine((socket) => {
      socket.write(upgraded("raw"));
      // It never reads: what is written to it fails when it is gone.
      socket.pause();
      socket.end(Buffer.alloc(size, "o"), () => socket.destroy());
    });
    await using docker = client(engine);
    const attachment = await docker.containers.attach("web", streams);
    const failed = new Promise<unknown>((resolve) => {
      const write = (): void => {
        attachment.stdin.write(Buffer.alloc(256 * 1024), (error) =>
          error ? resolve(error) : write(),
        );
      };
      write();
    });
    let read = 0;
    for await (const { data } of attachment.output) {
      read += data.length;
      await sleep(1);
    }
    expect(read).toBe(size);
    expect(await failed).toBeInstanceOf(Error);
  });

  it("whose stdin was not asked for says so to who writes, and ends no program", async () => {
    await using engine = await rawEngine((socket) => void socket.write(upgraded("raw")));
    await using docker = client(engine);
    using attachment = await docker.containers.attach("web", { stdout: true });
    const told = await new Promise((resolve) => attachment.stdin.write("lost?", resolve));
    expect(told).toBeInstanceOf(Error);
  });

  it("needs something to attach to", async () => {
    await using engine = await rawEngine(() => {});
    await using docker = client(engine);
    await expect(docker.containers.attach("web", { logs: true })).rejects.toMatchObject({
      code: "CONFIG",
      option: "stdout",
    });
  });
});

describe("an end from this side", () => {
  it("by close() is the end of the output, and frees the connection", async () => {
    await using engine = await rawEngine(echo);
    await using docker = client(engine);
    const attachment = await docker.containers.attach("web", streams);
    setTimeout(() => attachment.close(), 30);
    expect(await attachment.output.text()).toBe("");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by leaving the loop frees the connection", async () => {
    await using engine = await rawEngine(echo);
    await using docker = client(engine);
    const { stdin, output } = await docker.containers.attach("web", streams);
    stdin.write("hello");
    for await (const { data } of output) {
      expect(Buffer.from(data).toString()).toBe("hello");
      break;
    }
    await vi.waitFor(() => expect(engine.open()).toBe(0));
    expect(stdin.destroyed).toBe(true);
  });

  it("by a source of stdin that fails is told to who reads, too", async () => {
    await using engine = await rawEngine(echo);
    await using docker = client(engine);
    const { stdin, output } = await docker.containers.attach("web", streams);
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from("half");
      throw new Error("my disk is gone");
    };
    await expect(pipeline(failing(), stdin)).rejects.toThrow("my disk is gone");
    await output.text().catch(() => {});
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by a signal is told to who pipes to a stream that takes no more", async () => {
    await using engine = await rawEngine((socket) => {
      socket.write(upgraded("raw"));
      socket.write(Buffer.alloc(100_000));
    });
    await using docker = client(engine);
    const controller = new AbortController();
    const { signal } = controller;
    const { output } = await docker.containers.attach("web", { stdout: true }, { signal });
    const piping = output.pipe(new Writable({ write: () => {} }));
    setTimeout(() => controller.abort(new Error("enough")), 30);
    await expect(piping).rejects.toThrow("enough");
  });

  it("by a signal is told to who reads, and frees the connection", async () => {
    await using engine = await rawEngine(echo);
    await using docker = client(engine);
    const controller = new AbortController();
    const { signal } = controller;
    const attachment = await docker.containers.attach("web", streams, { signal });
    const reading = attachment.output.text();
    setTimeout(() => controller.abort(new Error("enough")), 30);
    await expect(reading).rejects.toThrow("enough");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by a signal while the engine has not answered frees the connection", async () => {
    await using engine = await rawEngine(silent);
    await using docker = client(engine);
    const controller = new AbortController();
    const attaching = docker.containers.attach("web", streams, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 30);
    await expect(attaching).rejects.toThrow("enough");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by closing the client is a ClosedError for who reads and who waits", async () => {
    let asked = 0;
    await using engine = await rawEngine((socket) => {
      asked += 1;
      if (asked === 1) echo(socket);
      else silent(socket);
    });
    const docker = client(engine);
    const { output } = await docker.containers.attach("web", streams);
    const reading = output.text();
    const waiting = docker.containers.attach("web", streams);
    setTimeout(() => void docker.close(), 50);
    await expect(reading).rejects.toMatchObject({ code: "CLOSED" });
    await expect(waiting).rejects.toMatchObject({ code: "CLOSED" });
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by an idle limit is a TimeoutError, but only while output is waited for", async () => {
    await using engine = await rawEngine((socket) => {
      socket.write(upgraded("raw"));
      socket.write("once");
      silent(socket);
    });
    await using docker = client(engine);
    const { output } = await docker.containers.attach("web", { stdout: true }, { idle: 100 });
    const read: string[] = [];
    const reading = (async () => {
      for await (const { data } of output) {
        read.push(Buffer.from(data).toString());
        await sleep(250);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(read).toEqual(["once"]);
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });
});
