import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

async function run(body: object): Promise<void> {
  await wire(daemon, "POST", "/containers/create?name=app", { body: { Image: "app:1", ...body } });
  await wire(daemon, "POST", "/containers/app/start");
  await wire(daemon, "POST", "/containers/app/wait");
}

const logs = (query: string): Promise<{ text: string; headers: object }> =>
  wire(daemon, "GET", `/containers/app/logs?${query}`);

const frame = (stream: 1 | 2, text: string): string =>
  `${String.fromCharCode(stream, 0, 0, 0, 0, 0, 0, text.length)}${text}`;

describe("logs", () => {
  it("are framed by line, in the order of writing, and end with what had no line end", async () => {
    daemon.program("app:1", async ({ stdout, stderr }) => {
      stdout.write("o");
      stdout.write("ut\nmore");
      stderr.write("err\n");
      return 0;
    });
    await run({});
    expect((await logs("stdout=1&stderr=1")).text).toBe(
      frame(1, "out\n") + frame(2, "err\n") + frame(1, "more"),
    );
    expect((await logs("stderr=1")).text).toBe(frame(2, "err\n"));
    expect((await logs("stdout=1&stderr=1&tail=1")).text).toBe(frame(1, "more"));
    // The last line is of the other stream: an engine counts before it chooses.
    expect((await logs("stderr=1&tail=1")).text).toBe("");
    expect((await logs("stdout=1&tail=0")).text).toBe("");
    expect((await logs("stdout=1&tail=all")).text).toBe(frame(1, "out\n") + frame(1, "more"));
  });

  it("have the media type of their API version", async () => {
    await run({ Cmd: ["echo", "hi"] });
    const framed = "application/vnd.docker.multiplexed-stream";
    expect((await logs("stdout=1")).headers).toMatchObject({ "content-type": framed });
    const old = await wire(daemon, "GET", "/v1.41/containers/app/logs?stdout=1");
    expect(old.headers).toMatchObject({ "content-type": "application/vnd.docker.raw-stream" });
    expect(old.text).toBe(frame(1, "hi\n"));
  });

  it("of a terminal are raw, with CR LF, and all of them stdout", async () => {
    await run({ Tty: true, Cmd: ["sh", "-c", "echo out; echo err >&2"] });
    const { text, headers } = await logs("stdout=1");
    expect(text).toBe("out\r\nerr\r\n");
    expect(headers).toMatchObject({ "content-type": "application/vnd.docker.raw-stream" });
    expect((await logs("stderr=1")).text).toBe("");
  });

  it("carry timestamps, and are cut by since and until", async () => {
    daemon.program("app:1", async ({ stdout }) => {
      stdout.write("one\n");
      await delay(5);
      stdout.write("two\n");
      return 0;
    });
    await run({});
    const { text } = await logs("stdout=1&timestamps=1");
    const [first = "", second = ""] = [...text.matchAll(/(\d{4}-\S+Z) (one|two)/g)].map(
      ([, time]) => time,
    );
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
    const seconds = (time = ""): string =>
      `${Math.floor(Date.parse(time) / 1000)}.${time.slice(20, 29)}`;
    expect((await logs(`stdout=1&since=${seconds(second)}`)).text).toBe(frame(1, "two\n"));
    expect((await logs(`stdout=1&until=${seconds(first)}`)).text).toBe(frame(1, "one\n"));
  });

  it("of every run are kept", async () => {
    await run({ Cmd: ["echo", "again"] });
    await wire(daemon, "POST", "/containers/app/start");
    await wire(daemon, "POST", "/containers/app/wait");
    expect((await logs("stdout=1")).text).toBe(frame(1, "again\n").repeat(2));
  });

  it("are not there without a log driver", async () => {
    await run({ Cmd: ["echo", "x"], HostConfig: { LogConfig: { Type: "none" } } });
    expect(await wire(daemon, "GET", "/containers/app/logs?stdout=1")).toMatchObject(
      refusal(501, "configured logging driver does not support reading"),
    );
  });
});

describe("the built-in commands", () => {
  it.each([
    [["echo", "-n", "a", "b"], 0, "a b", ""],
    [["/bin/true"], 0, "", ""],
    [["false"], 1, "", ""],
    [["cat"], 0, "", ""],
    [["cat", "/etc/x"], 1, "", "cat: can't open '/etc/x': No such file or directory\n"],
    [["sleep", "x"], 1, "", "sleep: invalid number 'x'\n"],
    [["sh", "-c", "true && echo yes; false && echo no; echo end"], 0, "yes\nend\n", ""],
    [["sh", "-c", "false || echo 'a  b' \"$GREETING you\" $?"], 0, "a  b hi you 1\n", ""],
    [["sh", "-c", "echo gone >&2; exit 7; echo never"], 7, "", "gone\n"],
    [["sh", "-c", "nonsense"], 127, "", "sh: nonsense: not found\n"],
    [["sh", "-c", "echo a | cat"], 0, "a\n", ""],
    [["sh", "-c", "echo one # two"], 0, "one\n", ""],
  ])("%j end with %i", async (Cmd, code, out, err) => {
    await wire(daemon, "POST", "/containers/create?name=app", {
      body: { Image: "app:1", Cmd, Env: ["GREETING=hi"], Tty: false },
    });
    await wire(daemon, "POST", "/containers/app/start");
    const { text } = await wire(daemon, "POST", "/containers/app/wait");
    expect(JSON.parse(text)).toEqual({ StatusCode: code });
    const strip = (framed: string): string =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the header of a frame
      framed.replace(/[\x01\x02]\0{6}[\s\S]/g, "");
    expect(strip((await logs("stdout=1")).text)).toBe(out);
    expect(strip((await logs("stderr=1")).text)).toBe(err);
  });

  it("env and date print what they should", async () => {
    await run({ Cmd: ["sh", "-c", "env; date"], Env: ["A=b"], Tty: true });
    const { text } = await logs("stdout=1");
    expect(text).toContain("A=b\r\n");
    expect(text).toMatch(/\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d UTC \d{4}\r\n$/);
  });
});
