import { expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { serve } from "../support/server.js";

/** An engine of the newest API version, which no packaged one speaks yet. */
it("the attestations of an image are asked for, with what narrows them down", async () => {
  const heard: string[] = [];
  const statement = { _type: "https://in-toto.io/Statement/v1" };
  const attestation = {
    Descriptor: { digest: "sha256:1" },
    PredicateType: "sbom",
    Statement: statement,
  };
  await using engine = await serve(
    (request, response) => {
      heard.push(`${request.method} ${decodeURIComponent(request.url ?? "")}`);
      response.setHeader("Api-Version", "1.56").end(JSON.stringify([attestation]));
    },
    { ping: false },
  );
  await using docker = new Docker({ host: engine.host, env: {} });
  const platform = { os: "linux", architecture: "arm64" };
  const found = await docker.images.attestations("app:1", {
    platform: [platform],
    statement: true,
  });
  expect(found).toEqual([attestation]);
  expect(heard.at(-1)).toBe(
    `GET /v1.56/images/app:1/attestations?platform=${JSON.stringify(platform)}&statement=true`,
  );
});

it("the head of a ping can be asked for by itself", async () => {
  await using engine = await serve(
    (_, response) => {
      response.setHeader("Api-Version", "1.56").end();
    },
    { ping: false },
  );
  await using docker = new Docker({ host: engine.host, env: {} });
  const { response } = await docker.api.HEAD("/_ping");
  expect(response.headers.get("api-version")).toBe("1.56");
});
