import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MockContainer, MockDaemon } from "../../src/testing/index.js";
import { soon, type Upgraded, upgrade, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

/** A container with a terminal, and a client at it before it starts. */
async function atTerminal(Cmd: string[]): Promise<{ web: MockContainer; client: Upgraded }> {
  const web = daemon.containers.create({ Image: "app:1", Cmd, Tty: true, OpenStdin: true });
  const path = `/containers/${web.id}/attach?stream=1&stdin=1&stdout=1`;
  const client = await upgrade(daemon, path);
  web.start();
  return { web, client };
}

describe("a terminal", () => {
  it("echoes what is typed, and gives the program whole lines", async () => {
    const { web, client } = await atTerminal(["cat"]);
    client.connection.write("he");
    await client.until("he");
    client.connection.write("llo\r");
    await client.until("hello\r\nhello\r\n");
    client.connection.write("\x04");
    expect(await soon(client.rest, "the end")).toBe("hello\r\nhello\r\n");
    expect((await web.waitFor("exited")).exitCode).toBe(0);
    expect(web.stdout).toBe("hello\r\nhello\r\n");
  });

  it("lets a line be corrected, and sends one without its end off at Ctrl-D", async () => {
    const { client } = await atTerminal(["cat"]);
    client.connection.write("hex\x7fé\x7fy\nall\x15no\x04");
    await client.until("no");
    client.connection.write("\x04");
    const back = "\b \b";
    expect(await soon(client.rest, "the end")).toBe(
      `hex${back}Ã©${back}y\r\nall${back.repeat(3)}nohey\r\nno`,
    );
  });

  it("makes Ctrl-C a signal, which process 1 may have no handler for", async () => {
    daemon.command("app:1", "serve", async ({ onSignal, stdout }) => {
      await new Promise<void>((resolve) => {
        onSignal("SIGINT", () => {
          stdout.write("interrupted\n");
          resolve();
        });
      });
      return 4;
    });
    const { web, client } = await atTerminal(["serve"]);
    client.connection.write("\x03");
    expect(await soon(client.rest, "the end")).toBe("^Cinterrupted\r\n");
    expect((await web.waitFor("exited")).exitCode).toBe(4);
    const deaf = await atTerminal(["sleep", "600"]);
    deaf.client.connection.write("\x03");
    await deaf.client.until("^C");
    expect(deaf.web.status).toBe("running");
  });

  it("in raw mode shows nothing by itself, and gives every byte at once", async () => {
    daemon.command("app:1", "keys", async ({ setRawMode, stdin, stdout }) => {
      setRawMode(true);
      stdout.write("ready\n");
      for await (const key of stdin) {
        stdout.write(`${JSON.stringify(String(key))}\n`);
        if (String(key) === "q") break;
      }
    });
    const { client } = await atTerminal(["keys"]);
    await client.until("ready");
    client.connection.write("\x03");
    await client.until("u0003");
    client.connection.write("q");
    expect(await soon(client.rest, "the end")).toBe('ready\r\n"\\u0003"\r\n"q"\r\n');
  });

  it("has a shell that prompts, runs each line, and lives on after Ctrl-C", async () => {
    const { web, client } = await atTerminal(["sh"]);
    await client.until("/ # ");
    client.connection.write("cd /tmp; pwd\n");
    await client.until("pwd\r\n/tmp\r\n/tmp # ");
    client.connection.write("sleep 600\n");
    await client.until("sleep 600\r\n");
    await new Promise((resolve) => setTimeout(resolve, 5));
    client.connection.write("\x03");
    await client.until("^C\r\n/tmp # ");
    client.connection.write("fi\n");
    await client.until('unexpected "fi"\r\n/tmp # ');
    client.connection.write("if true\n");
    await client.until("if true\r\n> ");
    client.connection.write("then exit 7; fi\n");
    await soon(client.rest, "the end");
    expect((await web.waitFor("exited")).exitCode).toBe(7);
  });

  it("is there for an exec, too", async () => {
    const web = daemon.containers.run({ Image: "app:1", Cmd: ["sleep", "600"] });
    const body = {
      Cmd: ["sh", "-c", "sleep 600; echo never"],
      Tty: true,
      AttachStdin: true,
      AttachStdout: true,
    };
    const { text } = await wire(daemon, "POST", `/containers/${web.id}/exec`, { body });
    const { Id } = JSON.parse(text);
    const client = await upgrade(daemon, `/exec/${Id}/start`, { Tty: true });
    client.connection.write("\x03");
    expect(await soon(client.rest, "the end")).toBe("^C");
    expect(daemon.execs.get(Id).exitCode).toBe(130);
  });
});
