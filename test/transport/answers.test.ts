import { createServer as createNetServer } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { listen, serve } from "../support/server.js";

/** What a call rejects with when the engine answers with this status and body. */
async function failure(
  status: number,
  body: string | Buffer,
  type = "application/json",
): Promise<unknown> {
  await using server = await serve((_, response) => {
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await using docker = new Docker({ host: server.host, env: {} });
  return await docker.containers.inspect("web").catch((error: unknown) => error);
}

/** The same over a bare socket, for answers that no HTTP server would send. */
async function rawFailure(answer: string): Promise<unknown> {
  await using server = await listen(
    createNetServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end(answer));
    }),
  );
  await using docker = new Docker({ host: server.host, apiVersion: "1.44", env: {} });
  return await docker.containers.inspect("web").catch((error: unknown) => error);
}

describe("an error status", () => {
  it.each([
    [400, "BadParameterError", "BAD_PARAMETER"],
    [401, "UnauthorizedError", "UNAUTHORIZED"],
    [403, "ForbiddenError", "FORBIDDEN"],
    [404, "NotFoundError", "NOT_FOUND"],
    [409, "ConflictError", "CONFLICT"],
    [412, "ApiError", "API"],
    [429, "ApiError", "API"],
    [500, "ServerError", "SERVER"],
    [501, "NotImplementedError", "NOT_IMPLEMENTED"],
    [502, "ServerError", "SERVER"],
    [503, "UnavailableError", "UNAVAILABLE"],
    [301, "ApiError", "API"],
  ])("%i is a %s with the engine's message", async (status, name, code) => {
    expect(await failure(status, '{"message":"that is why"}\n')).toMatchObject({
      name,
      code,
      status,
      message: "that is why",
      operation: "ContainerInspect",
      method: "GET",
      path: "/containers/web/json",
    });
  });

  it.each([
    ["JSON without a message", '{"reason":"x"}', "application/json", '{"reason":"x"}'],
    ["podman's error of a stream", '{"errorDetail":{},"error":"x"}', "application/json", "x"],
    ["malformed JSON", '{"message":', "application/json", '{"message":'],
    [
      "text",
      "unable to upgrade to tcp\n",
      "application/vnd.docker.raw-stream",
      "unable to upgrade to tcp",
    ],
    [
      "a proxy's page",
      "<html><head><title>502 Bad Gateway</title></head><body><h1>x</h1></body></html>",
      "text/html",
      "502 Bad Gateway",
    ],
    ["a page without a title", "<h1>Bad</h1>\n<p>Gateway</p>", "text/html", "Bad Gateway"],
    ["nothing", "", "text/plain", "the engine answered 500 and said nothing more"],
    ["a list", "[1]", "application/json", "[1]"],
  ])("with %s as its body still says what it can", async (_, body, type, message) => {
    expect(await failure(500, body, type)).toMatchObject({ name: "ServerError", message });
  });

  it("with an endless body is read no further than is needed", async () => {
    const error = await failure(500, Buffer.alloc(8 * 1024 * 1024, "x"), "text/plain");
    expect((error as Error).message).toHaveLength(501);
  });

  it("with a body that is cut off says what came", async () => {
    const head =
      "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";
    expect(await rawFailure(`${head}{"message":"name is taken`)).toMatchObject({
      name: "ConflictError",
      message: "name is taken",
    });
  });
});

describe("an answer that is none", () => {
  it("cut off in the middle is a ConnectionError", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";
    expect(await rawFailure(`${head}{"Id":"`)).toMatchObject({ code: "CONNECTION" });
  });

  it("cut off in the middle of a stream is a ConnectionError for whoever reads it", async () => {
    await using server = await serve((request, response) => {
      response.writeHead(200, { "content-type": "application/vnd.docker.raw-stream" });
      response.write('{"status":"Pulling"}\n', () => request.socket.destroy());
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const cut = { name: "ConnectionError", cause: expect.any(Error) };
    await expect(docker.containers.logs("web", { stdout: true }).text()).rejects.toMatchObject(cut);
    await expect(docker.images.pull("alpine")).rejects.toMatchObject(cut);
    const { data } = await docker.api.GET("/events", { parseAs: "stream" });
    await expect(new Response(data as ReadableStream).text()).rejects.toMatchObject(cut);
  });

  it("that is not HTTP is a ProtocolError", async () => {
    expect(await rawFailure("SSH-2.0-OpenSSH_9.2\r\n")).toMatchObject({ code: "PROTOCOL" });
  });

  it("that is not JSON is a ProtocolError", async () => {
    expect(await failure(200, "<html>hello</html>", "text/html")).toMatchObject({
      code: "PROTOCOL",
    });
    expect(await failure(200, '{"Id":', "application/json")).toMatchObject({ code: "PROTOCOL" });
  });

  it("to a call that has one and is empty is a ProtocolError", async () => {
    expect(await failure(200, "")).toMatchObject({ code: "PROTOCOL" });
  });

  it("that shows us our own request keeps its secrets", async () => {
    await using server = await listen(
      createNetServer((socket) => void socket.on("error", () => {}).pipe(socket)),
    );
    const registryAuth = { username: "me", password: "s3cret" };
    await using docker = new Docker({
      host: server.host,
      apiVersion: "1.44",
      registryAuth,
      env: {},
    });
    const error = await docker.images.pull("alpine").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "PROTOCOL" });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/x-registry-auth/i);
  });

  it("to plain HTTP from a TLS port is a TlsError", async () => {
    const answer =
      "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";
    expect(await rawFailure(answer)).toMatchObject({ code: "TLS" });
  });

  it("from something that is no engine is a ProtocolError", async () => {
    await using server = await serve((_, response) => response.end("hello"), { ping: false });
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.containers.list()).rejects.toThrow(/is no Docker Engine/);
  });

  it("to a ping that there is no such page is no engine, but some other server", async () => {
    await using server = await serve((_, response) => response.writeHead(404).end("not found"), {
      ping: false,
    });
    await using docker = new Docker({ host: server.host, env: {} });
    for (const call of [() => docker.containers.list(), () => docker.system.ping()]) {
      await expect(call()).rejects.toMatchObject({
        code: "PROTOCOL",
        message: expect.stringContaining(`${server.host}: what answers is no Docker Engine`),
      });
    }
  });
});

describe("an answer to a call that has none", () => {
  it("may be any text, as podman's is", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).end("OK\n");
    });
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.networks.connect("net", { Container: "web" })).resolves.toBeUndefined();
  });
});

describe("a redirect", () => {
  it("is not followed", async () => {
    const urls: string[] = [];
    await using server = await serve((request, response) => {
      urls.push(request.url ?? "");
      response.writeHead(301, { location: "/elsewhere" }).end();
    });
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.containers.start("web")).rejects.toMatchObject({ status: 301 });
    expect(urls).toEqual(["/v1.51/containers/web/start"]);
  });
});

describe("304", () => {
  it("is a success: the container is started, or stopped, already", async () => {
    await using server = await serve((_, response) => response.writeHead(304).end());
    await using docker = new Docker({ host: server.host, env: {} });
    await expect(docker.containers.start("web")).resolves.toBeUndefined();
    await expect(docker.containers.stop("web")).resolves.toBeUndefined();
    const { error } = await docker.api.POST("/containers/{id}/start", {
      params: { path: { id: "web" } },
    });
    expect(error).toBeUndefined();
  });
});

describe("docker.api", () => {
  it("gives data, or the error that the engine answered", async () => {
    await using server = await serve((request, response) => {
      response.statusCode = request.url?.includes("web") ? 200 : 404;
      response.end(JSON.stringify(request.url?.includes("web") ? { Id: "1" } : { message: "no" }));
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const found = await docker.api.GET("/containers/{id}/json", {
      params: { path: { id: "web" } },
    });
    expect(found.data?.Id).toBe("1");
    const missing = await docker.api.GET("/containers/{id}/json", {
      params: { path: { id: "x" } },
    });
    expect(missing.error?.message).toBe("no");
    expect(missing.response.status).toBe(404);
  });

  it("throws a ProtocolError for an answer that is not JSON, with a length and without", async () => {
    for (const end of ["end", "write"] as const) {
      await using server = await serve((_, response) => {
        response.writeHead(200, { "content-type": "application/json" })[end]("{ nonsense");
        response.end();
      });
      await using docker = new Docker({ host: server.host, env: {} });
      await expect(docker.api.GET("/info")).rejects.toMatchObject({ code: "PROTOCOL" });
    }
  });

  it("sends bytes as they are, and takes the call options", async () => {
    const bodies: string[] = [];
    await using server = await serve((request, response) => {
      request.setEncoding("latin1").on("data", (part: string) => bodies.push(part));
      request.on("end", () => request.url?.includes("archive") && response.end());
    });
    await using docker = new Docker({ host: server.host, env: {} });
    const { response } = await docker.api.PUT("/containers/{id}/archive", {
      params: { path: { id: "web" }, query: { path: "/" } },
      body: Uint8Array.of(0, 255) as never,
      headers: { "content-type": "application/x-tar" },
    });
    expect(response.ok).toBe(true);
    expect(bodies).toEqual(["\x00\xff"]);
    const late = docker.api.GET("/info", { timeout: 20 } as Record<string, unknown>);
    await expect(late).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  it("streams, when asked to, as the web does", async () => {
    await using server = await serve((_, response) => response.end("tar"));
    await using docker = new Docker({ host: server.host, env: {} });
    const { data } = await docker.api.GET("/containers/{id}/export", {
      params: { path: { id: "web" } },
      parseAs: "stream",
    });
    expect(await new Response(data as ReadableStream).text()).toBe("tar");
  });

  it("streams longer than the client's time limit", async () => {
    await using server = await serve((_, response) => {
      response.write("a");
      setTimeout(() => response.end("b"), 700);
    });
    await using docker = new Docker({ host: server.host, timeout: { response: 500 }, env: {} });
    const { data } = await docker.api.GET("/events", { parseAs: "stream" });
    expect(await new Response(data as ReadableStream).text()).toBe("ab");
  });
});

describe("an answer that sends the request back", () => {
  it("does not show the registry's credentials", async () => {
    await using server = await serve((request, response) => {
      response.writeHead(502, { "content-type": "text/plain" });
      response.end(`bad gateway: ${JSON.stringify(request.headers)}`);
    });
    const registryAuth = { username: "me", password: "s3cret-pass" };
    await using docker = new Docker({ host: server.host, env: {}, registryAuth });
    const error = await docker.images.pull("ghcr.io/org/app:1").catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      message: expect.stringContaining('"x-registry-auth":"<redacted>"'),
    });
    const encoded = Buffer.from(JSON.stringify(registryAuth)).toString("base64url").slice(0, 20);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(encoded);
  });
});
