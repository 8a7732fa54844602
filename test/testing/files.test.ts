import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ContainerFiles, FileError, MockDaemon } from "../../src/testing/index.js";
import { wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({
    images: [
      {
        reference: "app:1",
        files: {
          "/etc/app.json": '{"port":80}',
          "/bin/app": { content: "run me", mode: 0o755 },
          "/var/lib/app/": { mode: 0o700, uid: 7, gid: 8 },
          "/current": { symlink: "var/lib/app" },
          "/loop": { symlink: "/loop" },
        },
      },
    ],
  });
});
afterEach(async () => {
  await daemon.close();
});

async function run(body: object, name = "app"): Promise<number> {
  await wire(daemon, "DELETE", `/containers/${name}?force=1`);
  const create = await wire(daemon, "POST", `/containers/create?name=${name}`, {
    body: { Image: "app:1", Tty: true, ...body },
  });
  expect(create.status).toBe(201);
  await wire(daemon, "POST", `/containers/${name}/start`);
  const { text } = await wire(daemon, "POST", `/containers/${name}/wait`);
  return JSON.parse(text).StatusCode;
}

const output = async (name = "app"): Promise<string> =>
  (await wire(daemon, "GET", `/containers/${name}/logs?stdout=1&stderr=1`)).text.replaceAll(
    "\r",
    "",
  );

describe("a program's files", () => {
  const inside = async (work: (files: ContainerFiles) => void, body: object = {}) => {
    daemon.program("app:1", ({ files }) => work(files));
    expect([await run(body), await output()]).toEqual([0, ""]);
  };

  it("are its image's, read and written at once", async () => {
    await inside((files) => {
      expect(JSON.parse(files.readText("/etc/app.json"))).toEqual({ port: 80 });
      expect(files.stat("/bin/app")).toMatchObject({ kind: "file", size: 6, mode: 0o755, uid: 0 });
      expect(files.stat("/current")).toMatchObject({ kind: "directory", uid: 7, gid: 8 });
      expect(files.stat("/current", { follow: false })).toMatchObject({
        kind: "symlink",
        target: "var/lib/app",
      });
      expect(files.stat("/tmp").mode).toBe(0o1777);
      files.write("/current/state", Buffer.from([1, 2]), { mode: 0o600 });
      files.append("/current/state", Buffer.from([3]));
      expect(files.read("/var/lib/app/state")).toEqual(Buffer.from([1, 2, 3]));
      expect(files.stat("/var/lib/app/state").mode).toBe(0o600);
      files.makeDirectory("/srv/a/b", { parents: true });
      files.rename("/var/lib/app/state", "/srv/a/state");
      files.copy("/srv/a", "/srv/c");
      files.write("/srv/c/state", "other");
      expect(files.read("/srv/a/state")).toHaveLength(3);
      expect(files.list("/srv/c")).toEqual(["b", "state"]);
      files.remove("/srv/a", { recursive: true });
      expect(files.exists("/srv/a/state")).toBe(false);
    });
  });

  it("begin in its working directory and belong to its user", async () => {
    const body = { WorkingDir: "/srv/here", User: "nobody", Hostname: "box" };
    await inside((files) => {
      files.write("x", "y");
      expect(files.readText("/srv/here/x")).toBe("y");
      expect(files.stat("x")).toMatchObject({ uid: 65534, gid: 65534 });
      expect(files.from("..").list(".")).toEqual(["here"]);
      expect(files.readText("/etc/hostname")).toBe("box\n");
    }, body);
  });

  it.each<[string, (files: ContainerFiles) => void]>([
    ["ENOENT", (files) => files.read("/nope")],
    ["ENOENT", (files) => files.write("/nope/x", "")],
    ["ENOENT", (files) => files.list("")],
    ["ENOTDIR", (files) => files.read("/etc/app.json/x")],
    ["ENOTDIR", (files) => files.stat("/etc/app.json/")],
    ["EISDIR", (files) => files.write("/etc", "")],
    ["EISDIR", (files) => files.read("/etc")],
    ["EEXIST", (files) => files.makeDirectory("/etc")],
    ["ENOTEMPTY", (files) => files.remove("/etc")],
    ["ELOOP", (files) => files.read("/loop")],
    ["EBUSY", (files) => files.remove("/data", { recursive: true })],
    ["EROFS", (files) => files.write("/ro/x", "")],
    ["EINVAL", (files) => files.rename("/etc", "/etc/x")],
  ])("fail with %s as those of a real system", async (code, work) => {
    const body = { HostConfig: { Binds: ["shared:/data", "fixed:/ro:ro"] } };
    await inside((files) => {
      expect(() => work(files)).toThrow(expect.objectContaining({ name: "FileError", code }));
      expect(new FileError("ENOENT", "/x").message).toBe("ENOENT: no such file or directory, '/x'");
    }, body);
  });

  it("are the container's own, and stay from run to run", async () => {
    daemon.program("app:1", ({ files, stdout }) => {
      files.append("/etc/app.json", "!");
      stdout.write(files.readText("/etc/app.json"));
    });
    await run({});
    await wire(daemon, "POST", "/containers/app/start");
    await wire(daemon, "POST", "/containers/app/wait");
    await run({}, "other");
    expect(await output()).toBe('{"port":80}!{"port":80}!!');
    expect(await output("other")).toBe('{"port":80}!');
  });

  it("of a volume are shared, and begin as the image's", async () => {
    daemon.program("app:1", ({ argv, files, stdout }) => {
      if (argv[0] === "write") files.write("/etc/new", "from one");
      stdout.write(`${files.list("/etc").includes("app.json")} ${files.exists("/etc/new")}`);
    });
    const HostConfig = { Binds: ["config:/etc"] };
    await run({ Cmd: ["write"], HostConfig }, "one");
    await run({ Cmd: ["read"], HostConfig }, "two");
    await run({ Cmd: ["read"] }, "three");
    expect(await output("two")).toBe("true true");
    expect(await output("three")).toBe("true false");
    for (const name of ["one", "two"]) await wire(daemon, "DELETE", `/containers/${name}`);
    await wire(daemon, "DELETE", "/volumes/config");
    await run({ Cmd: ["read"], HostConfig }, "four");
    expect(await output("four")).toBe("true false");
  });
});

describe("the built-in commands with files", () => {
  it.each([
    ["cat /etc/app.json", 0, '{"port":80}'],
    ["cat /etc", 1, "cat: read error: Is a directory\n"],
    ["cat /etc/app.json/x", 1, "cat: can't open '/etc/app.json/x': Not a directory\n"],
    ["ls /nope", 1, "ls: /nope: No such file or directory\n"],
    ["ls /var /current", 0, "/var:\nlib\nlog\ntmp\n\n/current:\n"],
    ["ls -Z /", 1, "ls: the mock daemon's ls does not know -Z\n"],
    ["touch /nope/x", 1, "touch: /nope/x: No such file or directory\n"],
    ["touch /tmp/x && ls /tmp", 0, "x\n"],
    ["rm /nope", 1, "rm: can't remove '/nope': No such file or directory\n"],
    ["rm /etc", 1, "rm: '/etc' is a directory\n"],
    ["rm -f /nope", 0, ""],
    ["rm -rf /var/lib && ls /var", 0, "log\ntmp\n"],
    ["mkdir /etc", 1, "mkdir: can't create directory '/etc': File exists\n"],
    ["mkdir /a/b", 1, "mkdir: can't create directory '/a/b': No such file or directory\n"],
    ["mkdir -p /a/b && ls /a", 0, "b\n"],
    ["cp /nope /x", 1, "cp: can't stat '/nope': No such file or directory\n"],
    ["cp /etc /x", 1, "cp: omitting directory '/etc'\n"],
    ["cp -r /current /x && ls -A /x", 0, ""],
    ["cp /etc/app.json /tmp && cat /tmp/app.json", 0, '{"port":80}'],
    ["cp /etc/app.json /nope/x", 1, "cp: can't create '/nope/x': No such file or directory\n"],
    ["mv /nope /x", 1, "mv: can't rename '/nope': No such file or directory\n"],
    ["mv /etc/app.json /tmp && ls /tmp", 0, "app.json\n"],
    ["mv /var /var/x", 1, "mv: can't rename '/var': Invalid argument\n"],
    ["rm -r /etc", 1, "rm: can't remove '/etc': Device or resource busy\n"],
    ["cd /tmp && pwd && touch a && ls", 0, "/tmp\na\n"],
    ["cd /nope; echo on", 0, "sh: cd: line 0: can't cd to /nope: No such file or directory\non\n"],
    ["test -f /etc/app.json && echo yes", 0, "yes\n"],
    ["test -f /etc || [ -d /etc ] && echo yes", 0, "yes\n"],
    ["[ ! -e /nope ] && [ -L /current ] && [ a = a ]", 0, ""],
    ["[ -e /nope ]", 1, ""],
    ["test -q x", 2, `test: the mock daemon's test does not know "-q x"\n`],
    ["echo a > /tmp/a; echo b >>/tmp/a; cat < /tmp/a", 0, "a\nb\n"],
    ["echo a >/tmp/a; echo b >/tmp/a; cat /tmp/a", 0, "b\n"],
    ["> /tmp/e; [ -f /tmp/e ]", 0, ""],
    [
      "echo 2>/tmp/e 1; cat /nope 2> /tmp/f; cat /tmp/f",
      0,
      "1\ncat: can't open '/nope': No such file or directory\n",
    ],
    ["echo x > /nope/x; echo $?", 0, "sh: can't create /nope/x: nonexistent directory\n1\n"],
    ["echo x > /etc; echo $?", 0, "sh: can't create /etc: Is a directory\n1\n"],
    ["cat < /nope; echo $?", 0, "sh: can't open /nope: no such file\n1\n"],
    ["echo hi > '/tmp/a b'; ls /tmp", 0, "a b\n"],
    ["chmod 600 /etc/app.json", 0, ""],
    ["echo x >", 2, "sh: syntax error: unexpected end of file\n"],
    ["echo a | cat", 0, "a\n"],
  ])("%s", async (script, code, printed) => {
    expect([await run({ Cmd: ["sh", "-c", script] }), await output()]).toEqual([code, printed]);
  });
});
