import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { decoded } from "../support/docker-home.js";
import { type OddServer, serve } from "../support/server.js";

const REMOTE = "reg.example/driver";
const login = { username: "me", password: "s3cret", serveraddress: "reg.example" };

interface Heard {
  call: string;
  body: string;
  credentials: unknown;
}

let engine: OddServer;
let docker: Docker;
let heard: Heard[];
let answer: object[];

beforeEach(async () => {
  heard = [];
  answer = [{ status: "Digest: sha256:1" }, { status: "Complete", id: "a" }];
  engine = await serve(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const auth = request.headers["x-registry-auth"];
    const call = `${request.method} ${(request.url ?? "").replace(/^\/v[\d.]+/, "")}`;
    heard.push({ call, body, credentials: auth && decoded(auth) });
    response.end(answer.map((message) => `${JSON.stringify(message)}\r\n`).join(""));
  });
  docker = new Docker({ host: engine.host, env: {}, registryAuth: login });
});

afterEach(async () => {
  await docker.close();
  await engine[Symbol.asyncDispose]();
});

describe("a plugin", () => {
  it("is pulled under its whole name, with the credentials of its registry", async () => {
    const privileges = [{ Name: "network", Value: ["host"] }];
    const options = { registryAuth: "anonymous" } as const;
    expect(await docker.plugins.pull(REMOTE)).toEqual({ digest: "sha256:1" });
    await docker.plugins.pull("org/driver:2", privileges, { name: "driver" });
    await docker.plugins.upgrade(
      "driver",
      `${REMOTE}@sha256:${"a".repeat(64)}`,
      privileges,
      options,
    );
    const whole = "reg.example%2Fdriver";
    expect(heard).toEqual([
      { call: `POST /plugins/pull?remote=${whole}%3Alatest`, body: "[]", credentials: login },
      {
        call: "POST /plugins/pull?name=driver&remote=docker.io%2Forg%2Fdriver%3A2",
        body: JSON.stringify(privileges),
        credentials: {},
      },
      {
        call: `POST /plugins/driver/upgrade?remote=${whole}%40sha256%3A${"a".repeat(64)}`,
        body: JSON.stringify(privileges),
        credentials: {},
      },
    ]);
  });

  it("is pushed, and its privileges are asked for, with the credentials of its registry", async () => {
    answer = [{ progressDetail: {}, aux: { Tag: "1", Digest: "sha256:2", Size: 418 } }];
    const pushed = { tag: "1", digest: "sha256:2", size: 418 };
    expect(await docker.plugins.push(`${REMOTE}:1`)).toEqual(pushed);
    await docker.plugins.privileges(REMOTE);
    expect(heard.map(({ call, credentials }) => [call, credentials])).toEqual([
      ["POST /plugins/reg.example%2Fdriver%3A1/push", login],
      ["GET /plugins/privileges?remote=reg.example%2Fdriver%3Alatest", login],
    ]);
  });

  it("that is here already is used without credentials", async () => {
    answer = [{}];
    const { plugins } = docker;
    await plugins.list({ filters: { enabled: ["true"] } });
    await plugins.inspect("a/b:1");
    await plugins.create("a/b:1", Buffer.from("tar"));
    await plugins.set("a/b:1", ["A=1"]);
    await plugins.enable("a/b:1");
    await plugins.disable("a/b:1", { force: true });
    await plugins.remove("a/b:1");
    expect(heard.map(({ call, body }) => `${call} ${body}`.trim())).toEqual([
      "GET /plugins?filters=%7B%22enabled%22%3A%5B%22true%22%5D%7D",
      "GET /plugins/a%2Fb%3A1/json",
      "POST /plugins/create?name=a%2Fb%3A1 tar",
      'POST /plugins/a%2Fb%3A1/set ["A=1"]',
      "POST /plugins/a%2Fb%3A1/enable?timeout=30",
      "POST /plugins/a%2Fb%3A1/disable?force=true",
      "DELETE /plugins/a%2Fb%3A1",
    ]);
    expect(heard.every(({ credentials }) => credentials === undefined)).toBe(true);
  });

  it.each<[string, (docker: Docker) => Promise<unknown>]>([
    ["pull", ({ plugins }) => plugins.pull(REMOTE)],
    ["upgrade", ({ plugins }) => plugins.upgrade("driver", REMOTE)],
    ["push", ({ plugins }) => plugins.push(REMOTE)],
  ])("whose %s fails on the way, or is cut off, is an error", async (what, call) => {
    const message = "incorrect privileges";
    answer = [{ status: "Digest: sha256:1" }, { error: message, errorDetail: { message } }];
    await expect(call(docker)).rejects.toMatchObject({ code: "PROGRESS", message });
    answer = [{ status: "Waiting", id: "a" }];
    await expect(call(docker)).rejects.toThrow(`the ${what} ended without saying what came of it`);
  });
});
