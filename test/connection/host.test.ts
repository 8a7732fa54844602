import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultHost, parseHost } from "../../src/connection/host.js";
import { ConfigError } from "../../src/index.js";

const parse = (text: string): ReturnType<typeof parseHost> => parseHost(text, "host");

describe("a host string", () => {
  it.each([
    ["unix:///run/user/1000/docker.sock", "/run/user/1000/docker.sock"],
    ["unix://", "/var/run/docker.sock"],
    ["  unix:///run/docker.sock\n", "/run/docker.sock"],
    ["npipe:////./pipe/docker_engine", "\\\\.\\pipe\\docker_engine"],
    ["npipe://", "\\\\.\\pipe\\docker_engine"],
    ["npipe://\\\\server\\pipe\\docker", "\\\\server\\pipe\\docker"],
  ])("%j is a socket", (text, socketPath) => {
    expect(parse(text)).toMatchObject({ kind: "socket", socketPath });
  });

  it.each([
    ["tcp://10.0.0.5:2376", "10.0.0.5", 2376, "", undefined],
    ["10.0.0.5:2375", "10.0.0.5", 2375, "", undefined],
    ["engine", "engine", undefined, "", undefined],
    ["tcp://", "localhost", undefined, "", undefined],
    ["tcp://:2375", "localhost", 2375, "", undefined],
    ["tcp://engine:80", "engine", 80, "", undefined],
    ["tcp://engine:2375/base/", "engine", 2375, "/base", undefined],
    ["tcp://[::1]:2376", "::1", 2376, "", undefined],
    ["[::1]", "::1", undefined, "", undefined],
    ["http://engine:2375", "engine", 2375, "", false],
    ["https://engine.example.com:2376/a/b", "engine.example.com", 2376, "/a/b", true],
    ["HTTPS://engine.example.com", "engine.example.com", undefined, "", true],
  ])("%j is a host and port", (text, hostname, port, basePath, secure) => {
    expect(parse(text)).toMatchObject({ kind: "tcp", hostname, port, basePath, secure });
  });

  it.each([
    ["ssh://engine", undefined, "engine", undefined, undefined],
    ["ssh://me@engine.example.com", "me", "engine.example.com", undefined, undefined],
    ["ssh://me@10.0.0.5:2222", "me", "10.0.0.5", 2222, undefined],
    ["ssh://[fe80::1%eth0]:22", undefined, "fe80::1%eth0", 22, undefined],
    ["SSH://Build_Box", undefined, "Build_Box", undefined, undefined],
    ["ssh://me%40example.com@engine", "me@example.com", "engine", undefined, undefined],
    [
      "ssh://engine/run/user/1000/docker.sock",
      undefined,
      "engine",
      undefined,
      "/run/user/1000/docker.sock",
    ],
    ["ssh://engine/a%20b.sock", undefined, "engine", undefined, "/a b.sock"],
    ["ssh://engine/", undefined, "engine", undefined, undefined],
  ])("%j is a host to log in to", (text, user, hostname, port, socketPath) => {
    expect(parse(text)).toMatchObject({ kind: "ssh", user, hostname, port, socketPath });
  });

  it.each([
    ["ssh://", "ssh://user@host:22/path"],
    ["ssh://me@", "ssh://user@host:22/path"],
    ["ssh:///run/docker.sock", "ssh://user@host:22/path"],
    ["ssh://engine:port", "ssh://user@host:22/path"],
    ["ssh://engine:99999", "ssh://user@host:22/path"],
    ["ssh://-oProxyCommand=x", "ssh://user@host:22/path"],
    ["ssh://-o@engine", "ssh://user@host:22/path"],
    ["ssh://two words", "ssh://user@host:22/path"],
    ["ssh://engine?x=1", "no query"],
    ["ssh://engine#x", "no query"],
    ["ssh://engine/%zz", "%25"],
    ["fd://", "unix:///var/run/docker.sock"],
    ["ftp://engine", "tcp://host:2376"],
    ["unix://var/run/docker.sock", "unix:///var/run/docker.sock"],
    ["/run/docker.sock", "unix:///run/docker.sock"],
    ["unix:/run/docker.sock", "a scheme ends in ://"],
    ["tcp:////engine:2375", "has no host"],
    ["./docker.sock", "has no host"],
    ["npipe://docker_engine", "npipe:////./pipe/docker_engine"],
    ["tcp://engine:port", "tcp://host:2376"],
    ["tcp://engine:99999", "tcp://host:2376"],
    ["tcp://engine:2375?x=1", "query"],
    ["http://", "http://host:2375"],
    ['"tcp://engine:2375"', "is not a host and port"],
    ["'unix:///run/docker.sock'", "is not a host and port"],
    ["tcp://tcp://engine:2375", "is not a host and port"],
    ["C:\\pipe", "is not a host and port"],
  ])("%j is refused with what would work", (text, hint) => {
    expect(() => parse(text)).toThrow(ConfigError);
    expect(() => parse(text)).toThrow(hint);
  });

  it("with a password is refused without showing it", () => {
    expect(() => parse("tcp://me:s3cret@engine:2376")).toThrow(/user or password/);
    expect(() => parse("tcp://me:s3cret@engine:2376")).not.toThrow(/s3cret/);
    expect(() => parse("ssh://me:s3cret@engine")).toThrow(/takes no password; use a key/);
    expect(() => parse("ssh://me:s3cret@engine")).not.toThrow(/s3cret/);
    expect(() => parse("ssh://me:s3@cret@engine")).not.toThrow(/s3|cret/);
  });

  it("never makes anything but a host or a ConfigError", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "tcp://", "ssh://", "unix://"),
        fc.string(),
        (scheme, rest) => {
          try {
            expect(parse(scheme + rest).href).toMatch(/^(unix|npipe|tcp|https?|ssh):\/\//);
          } catch (error) {
            expect(error).toBeInstanceOf(ConfigError);
          }
        },
      ),
    );
  });

  it("reads what it has written", () => {
    for (const text of [
      "unix:///a.sock",
      "npipe:////./pipe/x",
      "tcp://[::1]:1/b",
      "https://e:2376",
      "ssh://me@[::1]:22/a%20b.sock",
      "ssh://Engine",
    ]) {
      expect(parse(parse(text).href)).toEqual(parse(text));
    }
  });
});

describe("the default host", () => {
  it("is the root-owned socket, or the named pipe on Windows", () => {
    expect(defaultHost("linux")).toBe("unix:///var/run/docker.sock");
    expect(defaultHost("win32")).toBe("npipe:////./pipe/docker_engine");
  });
});
