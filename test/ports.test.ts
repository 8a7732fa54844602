import { describe, expect, it } from "vitest";
import { ConfigError, formatPorts, type Ports } from "../src/index.js";

describe("formatPorts", () => {
  it("exposes every port, and publishes it where it is told to", () => {
    expect(
      formatPorts({
        "80/tcp": 8080,
        "53/udp": ["127.0.0.1:53", "[::1]:53"],
        "443/tcp": 0,
        "9229/tcp": [],
      }),
    ).toEqual({
      ExposedPorts: { "80/tcp": {}, "53/udp": {}, "443/tcp": {}, "9229/tcp": {} },
      PortBindings: {
        "80/tcp": [{ HostPort: "8080" }],
        "53/udp": [
          { HostIp: "127.0.0.1", HostPort: "53" },
          { HostIp: "::1", HostPort: "53" },
        ],
        "443/tcp": [{ HostPort: "0" }],
        "9229/tcp": [],
      },
    });
  });

  it.each(["80", "080/tcp", "80/http", "0/tcp", "70000/tcp", "http", ""])(
    "refuses the port %j",
    (port) => {
      expect(() => formatPorts({ [port]: 8080 } as Ports)).toThrow(ConfigError);
    },
  );

  it.each([70_000, -1, 1.5, "8080:", "localhost", "localhost:80", "::1:80", "127.0.0.1:99999"])(
    "refuses the place %j",
    (place) => {
      expect(() => formatPorts({ "80/tcp": place } as Ports)).toThrow(ConfigError);
    },
  );

  it("does not compile with a port that is none", () => {
    // @ts-expect-error no protocol
    expect(() => formatPorts({ "80": 8080 })).toThrow(ConfigError);
    // @ts-expect-error no port
    expect(() => formatPorts({ "80/tcp": "here" })).toThrow(ConfigError);
  });
});
