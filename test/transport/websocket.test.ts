import { createServer } from "node:http";
import type { Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { describe, expect, it, vi } from "vitest";
import { type Attachment, Docker, type DockerOptions } from "../../src/index.js";
import { createAuthority } from "../support/certificates.js";
import { type RawEngine, rawEngine } from "../support/raw-engine.js";
import { listen } from "../support/server.js";
import {
  type ClientFrame,
  onClientFrame,
  serverClose,
  serverFrame,
  websocketAccepted,
} from "../support/websocket.js";

const both = { stdin: true, stdout: true };
const client = (engine: RawEngine, options: DockerOptions = {}): Docker =>
  new Docker({ host: engine.host, env: {}, ...options });

/** An engine that opens the WebSocket, and then does this. */
const engineThat = (serve: (socket: Socket) => void): Promise<RawEngine> =>
  rawEngine((socket, head) => {
    socket.write(websocketAccepted(head));
    serve(socket);
  });

/** It opens the WebSocket, and sends back what it is sent until that is closed. */
const echo = (socket: Socket): void => {
  onClientFrame(socket, ({ opcode, data }) => {
    if (opcode === 8) socket.end(serverClose());
    else socket.write(serverFrame(2, data));
  });
};

const attach = (docker: Docker, signal?: AbortSignal): Promise<Attachment> =>
  docker.containers.attachWebsocket("web", both, { signal });

describe("an attach over a WebSocket", () => {
  it("asks for one, and for the streams", async () => {
    let asked = "";
    await using engine = await rawEngine((socket, head) => {
      asked = head;
      socket.end(
        Buffer.concat([
          Buffer.from(websocketAccepted(head)),
          serverFrame(2, "early"),
          serverClose(),
        ]),
      );
    });
    await using docker = client(engine);
    const query = { stdout: true, stderr: true, logs: true };
    const headers = { "X-Team": "blue" };
    const { output } = await docker.containers.attachWebsocket("web", query, { headers });
    expect(await output.text()).toBe("early");
    expect(asked).toMatch(
      /^GET \/v1\.51\/containers\/web\/attach\/ws\?stream=true&stdout=true&stderr=true&logs=true HTTP/,
    );
    for (const header of [
      /^connection: upgrade$/im,
      /^upgrade: websocket$/im,
      /^sec-websocket-version: 13$/im,
      /^sec-websocket-key: [\w+/]{22}==$/im,
      /^x-team: blue$/im,
    ]) {
      expect(asked).toMatch(header);
    }
  });

  it("closes its direction with the end of stdin, and reads on to the end of the output", async () => {
    const heard: ClientFrame[] = [];
    await using engine = await engineThat((socket) => {
      onClientFrame(socket, (frame) => {
        heard.push(frame);
        if (frame.opcode === 8)
          socket.end(Buffer.concat([serverFrame(2, "sorted"), serverClose()]));
      });
    });
    await using docker = client(engine);
    const { stdin, output } = await attach(docker);
    stdin.write("b\n");
    stdin.end("a\n");
    expect(await output.text()).toBe("sorted");
    expect(heard.every(({ masked }) => masked)).toBe(true);
    expect(heard.map(({ opcode, data }) => [opcode, data.toString("latin1")])).toEqual([
      [2, "b\n"],
      [2, "a\n"],
      [8, "\x03\xe8"],
    ]);
  });

  it("answers a ping and a close, and takes text for bytes", async () => {
    const heard: [number, string][] = [];
    await using engine = await engineThat((socket) => {
      onClientFrame(socket, ({ opcode, data }) => heard.push([opcode, data.toString("latin1")]));
      socket.write(serverFrame(2, "be", false));
      socket.write(serverFrame(9, "are you there?"));
      socket.write(serverFrame(10, "unasked"));
      socket.write(serverFrame(0, "gun "));
      socket.write(serverFrame(1, "and done"));
      socket.write(serverClose());
    });
    await using docker = client(engine);
    const { output } = await docker.containers.attachWebsocket("web", { stdout: true });
    expect(await output.text()).toBe("begun and done");
    await vi.waitFor(() =>
      expect(heard).toEqual([
        [10, "are you there?"],
        [8, "\x03\xe8"],
      ]),
    );
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("is not read faster than its reader reads", async () => {
    let sent = 0;
    const piece = serverFrame(2, Buffer.alloc(64 * 1024));
    await using engine = await engineThat((socket) => {
      const write = (): void => {
        while (!socket.destroyed && socket.write(piece, () => (sent += 1)));
      };
      socket.on("drain", write);
      write();
    });
    await using docker = client(engine);
    const { output } = await docker.containers.attachWebsocket("web", { stdout: true });
    for await (const { stream } of output) {
      expect(stream).toBe("stdout");
      // What has been taken meanwhile is what the buffers of both sides hold.
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(sent).toBeLessThan(200);
      break;
    }
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("works the same over mutual TLS", async () => {
    const authority = await createAuthority();
    const server = await authority.server({ names: ["127.0.0.1"] });
    const tls = { ...server, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
    await using engine = await rawEngine((socket, head) => {
      socket.write(websocketAccepted(head));
      echo(socket);
    }, tls);
    const identity = { ca: authority.ca, ...(await authority.client()) };
    await using docker = client(engine, { tls: identity });
    const { stdin, output } = await attach(docker);
    stdin.end("x".repeat(100_000));
    expect((await output.text()).length).toBe(100_000);
  });

  it("needs something to attach to", async () => {
    await using engine = await rawEngine(() => {});
    await using docker = client(engine);
    await expect(docker.containers.attachWebsocket("web", { logs: true })).rejects.toMatchObject({
      code: "CONFIG",
      option: "stdout",
    });
  });
});

describe("a WebSocket that fails", () => {
  it("with a refusal is the engine's error, with its words", async () => {
    const body = '{"message":"No such container: web"}';
    await using engine = await rawEngine((socket) =>
      socket.end(`HTTP/1.1 404 Not Found\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    );
    await using docker = client(engine);
    await expect(attach(docker)).rejects.toMatchObject({
      name: "NotFoundError",
      operation: "ContainerAttachWebsocket",
      message: "No such container: web",
    });
  });

  it.each([
    [
      "without a proof",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    ],
    ["with another's proof", websocketAccepted("Sec-WebSocket-Key: another")],
  ])("because it is opened %s is a ProtocolError", async (_, head) => {
    await using engine = await rawEngine((socket) => {
      socket.write(head);
      onClientFrame(socket, () => {});
    });
    await using docker = client(engine);
    await expect(attach(docker)).rejects.toMatchObject({
      code: "PROTOCOL",
      message: expect.stringMatching(/speaks no WebSocket/),
    });
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it.each<[string, Buffer, RegExp]>([
    ["that ends without a close", serverFrame(2, "cut"), /ended without a close/],
    ["that is closed for a reason", serverClose(1011, "no more room"), /1011: no more room/],
    ["with a broken frame", Buffer.from([0xf2, 0]), /WebSocket is broken/],
  ])("%s is a ProtocolError for who reads", async (_, bytes, message) => {
    await using engine = await engineThat((socket) => socket.end(bytes));
    await using docker = client(engine);
    const { output } = await docker.containers.attachWebsocket("web", { stdout: true });
    await expect(output.text()).rejects.toMatchObject({
      code: "PROTOCOL",
      message: expect.stringMatching(message),
    });
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("because the container cannot be asked about is closed", async () => {
    let open = 0;
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/_ping" ? 200 : 500, { "Api-Version": "1.51" }).end();
    });
    server.on("upgrade", ({ headers }, socket) => {
      open += 1;
      socket.on("close", () => (open -= 1)).on("end", () => socket.end());
      socket.resume();
      socket.write(websocketAccepted(`Sec-WebSocket-Key: ${headers["sec-websocket-key"]}`));
    });
    await using engine = await listen(server);
    await using docker = new Docker({ host: engine.host, env: {} });
    await expect(attach(docker)).rejects.toMatchObject({ operation: "ContainerInspect" });
    await vi.waitFor(() => expect(open).toBe(0));
  });
});

describe("the end of a WebSocket from this side", () => {
  it("by close() is the end of the output", async () => {
    await using engine = await engineThat(echo);
    await using docker = client(engine);
    const attachment = await attach(docker);
    setTimeout(() => attachment.close(), 30);
    expect(await attachment.output.text()).toBe("");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by the engine's close frees the connection, also when it has not read what was written", async () => {
    await using engine = await engineThat((socket) => {
      socket.pause();
      setTimeout(() => socket.write(serverClose()), 30);
    });
    await using docker = client(engine);
    const { stdin, output } = await attach(docker);
    stdin.write(Buffer.alloc(5_000_000));
    expect(await output.text()).toBe("");
    await vi.waitFor(() => expect(stdin.destroyed).toBe(true), 3_000);
  });

  it("by the engine's close frees the connection after more pings than it reads answers", async () => {
    await using engine = await engineThat((socket) => {
      socket.pause();
      const pings = Array.from({ length: 50_000 }, () => serverFrame(9, "x".repeat(100)));
      socket.write(Buffer.concat([...pings, serverClose()]));
    });
    await using docker = client(engine);
    const { stdin, output } = await attach(docker);
    expect(await output.text()).toBe("");
    await vi.waitFor(() => expect(stdin.destroyed).toBe(true), 3_000);
  });

  it("by leaving the loop frees the connection", async () => {
    await using engine = await engineThat(echo);
    await using docker = client(engine);
    const { stdin, output } = await attach(docker);
    stdin.write("hello");
    for await (const { data } of output) {
      expect(Buffer.from(data).toString()).toBe("hello");
      break;
    }
    await vi.waitFor(() => expect(engine.open()).toBe(0));
    expect(stdin.destroyed).toBe(true);
  });

  it("by a signal is told to who reads", async () => {
    await using engine = await engineThat(echo);
    await using docker = client(engine);
    const controller = new AbortController();
    const { output } = await attach(docker, controller.signal);
    setTimeout(() => controller.abort(new Error("enough")), 30);
    await expect(output.text()).rejects.toThrow("enough");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by a source of stdin that fails is told to its writer, and ends the output", async () => {
    await using engine = await engineThat(echo);
    await using docker = client(engine);
    const { stdin, output } = await attach(docker);
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from("half");
      throw new Error("my disk is gone");
    };
    await expect(pipeline(failing(), stdin)).rejects.toThrow("my disk is gone");
    await output.text().catch(() => {});
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("by closing the client is a ClosedError for who reads", async () => {
    await using engine = await engineThat(echo);
    const docker = client(engine);
    const { output } = await attach(docker);
    setTimeout(() => void docker.close(), 30);
    await expect(output.text()).rejects.toMatchObject({ code: "CLOSED" });
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });
});
