import { describe, expect, it } from "vitest";
import { type DockerfileSettings, registriesOf } from "../../src/registry/dockerfile.js";

describe("the registries of a Dockerfile", () => {
  it.each<[string, string, string[], DockerfileSettings?]>([
    ["FROM", "FROM ghcr.io/org/app:1", ["ghcr.io"]],
    ["FROM without a registry", "from alpine AS x\nFROM org/app", ["docker.io"]],
    [
      "FROM with flags",
      "FROM --platform=$BUILDPLATFORM a.example:5000/app AS build",
      ["a.example:5000"],
    ],
    ["scratch", "FROM scratch", []],
    [
      "a stage",
      "FROM a.example/x AS Base\nFROM base\nCOPY --from=BASE / /\nCOPY --from=0 / /",
      ["a.example"],
    ],
    [
      "COPY --from",
      "FROM scratch\nCOPY --chown=1:1 --from=a.example/x --link /a /b",
      ["a.example"],
    ],
    ["a file called --from=x", "FROM scratch\nCOPY a --from=a.example/x", []],
    [
      "RUN --mount",
      "FROM scratch\nRUN --mount=type=cache,target=/x --mount=type=bind,from=a.example/x,target=/y ls",
      ["a.example"],
    ],
    ["an argument", `ARG R=a.example\nFROM $R/x\nFROM \${R}/y`, ["a.example"]],
    ["an argument with quotes", 'ARG R="a.example" T=1\nFROM "$R/x:$T"', ["a.example"]],
    [
      "an argument that is given",
      "ARG R=a.example\nFROM $R/x",
      ["b.example"],
      { buildargs: { R: "b.example" } },
    ],
    [
      "an argument that is not declared",
      `FROM \${R:-a.example}/x`,
      ["a.example"],
      { buildargs: { R: "b.example" } },
    ],
    [
      "an argument that is null",
      "ARG R=a.example\nFROM $R/x",
      ["a.example"],
      { buildargs: { R: null } },
    ],
    ["an argument of another", `ARG H=a.example\nARG R=$H/org\nFROM \${R}/x`, ["a.example"]],
    [
      "an argument with a default",
      `ARG R\nFROM \${R:-a.example}/x\nFROM \${R:+b.example/}y`,
      ["a.example", "docker.io"],
    ],
    [
      "an argument of a stage",
      "ARG R=a.example\nFROM scratch\nARG R\nCOPY --from=$R/x / /",
      ["a.example"],
    ],
    ["an unknown tag", "FROM a.example/x:$NOTHING\nFROM a.example/$NOTHING", ["a.example"]],
    ["an unknown registry", "FROM $NOTHING/x", []],
    [
      "an argument called constructor",
      `ARG constructor\nFROM \${constructor:-a.example}/x`,
      ["a.example"],
    ],
    [
      "a cache",
      "FROM scratch",
      ["a.example", "b.example"],
      {
        cachefrom: ["a.example/x:1", "type=registry,ref=b.example/y"],
      },
    ],
    [
      "continued lines",
      "FROM \\\n# words\n\n  a.example/x \\\n AS y\r\nFROM b.example/x",
      ["a.example", "b.example"],
    ],
    ["another escape", "# syntax=x\n# escape=`\nFROM `\n a.example/x", ["a.example"]],
    ["comments", "# FROM a.example/x\n  # FROM b.example/x\nFROM c.example/x", ["c.example"]],
    [
      "a here-document",
      "FROM scratch\nRUN <<-'EOF' cat\nFROM a.example/x\n\tEOF\nFROM b.example/x",
      ["b.example"],
    ],
    ["no end of a here-document", "FROM scratch\nRUN <<EOF\nFROM a.example/x", ["a.example"]],
    ["a byte order mark", "\uFEFFFROM a.example/x", ["a.example"]],
    ["each once", "FROM a.example/x\nFROM a.example/y", ["a.example"]],
    ["rubbish", "FROM\nFROM \nCOPY\nRUN\nARG\nFROM -/x\n\\\n", []],
    ["nothing", "", []],
  ])("are read from %s", (_, text, registries, settings) => {
    expect(registriesOf(text, settings)).toEqual(registries);
  });
});
