import type { Engine } from "../engine.js";
import { containerRoot, imageRoot } from "../files/base-tree.js";
import { commitBody } from "../http/body-types.js";
import { created, type Handler } from "../http/call.js";
import { badRequest, type EngineError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { completeImage, type Image, type MockImageConfig } from "../images/image.js";
import { containerOnly } from "../images/image-origin.js";
import { emptyDiffId, layerBetween } from "../images/layer.js";
import { familiarReference } from "../images/references.js";
import { newReference } from "../images/tag.js";
import type { Container, GivenConfig } from "./container.js";
import { mergeConfig } from "./container-defaults.js";

/** `docker commit`: an image with the container's settings, and its files as a new layer. */
export const commitContainer: Handler<"ImageCommit"> = (call, engine) => {
  const { query } = call;
  const given = (readJson(call, commitBody) ?? {}) as GivenConfig;
  const container = engine.containers.get(query.text("container"));
  const changed = applyChanges(engine, given, query.all("changes"));
  const repository = query.text("repo");
  const reference = repository === "" ? undefined : newReference(engine, query);
  const tag = reference?.tag ?? "latest";

  const now = engine.clock.now();
  const comment = query.text("comment");
  const image = commitImage(container, changed, {
    now,
    comment,
    author: query.text("author"),
    engineVersion: engine.identity.engineVersion,
    // Settings that come with the call stand for all of the container's.
    kept: containerOnly(
      Object.keys(given).length === 0 ? (container.config as GivenConfig) : given,
    ),
  });
  const pauses = container.running && !container.paused && query.flag("pause", true);
  if (pauses) engine.events.container(container, "pause");
  const stored = engine.images.add(image);
  engine.events.image(image, "create");
  if (reference !== undefined) {
    engine.images.tag(stored, familiarReference({ ...reference, tag }));
    stored.tagged = now;
    engine.events.image(image, "tag", familiarReference({ ...reference, tag }));
  }
  engine.events.container(container, "commit", {
    comment,
    imageID: image.id,
    imageRef: reference === undefined ? "" : familiarReference({ ...reference, tag }),
  });
  if (pauses) engine.events.container(container, "unpause");
  return created({ Id: image.id });
};

interface Details {
  readonly now: bigint;
  readonly comment: string;
  readonly author: string;
  readonly engineVersion: string;
  readonly kept: GivenConfig;
}

/** What of a container's settings an image keeps. */
const imageFields = [
  "Cmd",
  "Entrypoint",
  "Env",
  "ExposedPorts",
  "Healthcheck",
  "Labels",
  "OnBuild",
  "Shell",
  "StopSignal",
  "User",
  "Volumes",
  "WorkingDir",
] as const;

function commitImage(container: Container, changed: GivenConfig, details: Details): Image {
  const { image: base, config: own } = container;
  const merged = mergeConfig(changed, own as MockImageConfig, container.id);
  const config = Object.fromEntries(
    imageFields.map((field) => [field, merged[field]]).filter(([, value]) => value !== undefined),
  ) as MockImageConfig;
  const { now, comment, author, engineVersion, kept } = details;
  const createdBy = [...(own.Entrypoint ?? []), ...(own.Cmd ?? [])].join(" ");
  const frozen = container.files.freeze();
  const layer = layerBetween(containerRoot(base.files), frozen);
  // What changed no file adds no layer.
  const emptyLayer = layer.diffId === emptyDiffId;
  return completeImage({
    ...base,
    parent: base.id,
    created: now,
    comment,
    author,
    config,
    origin: {
      engine: engineVersion,
      container: container.id,
      containerConfig: own as GivenConfig,
      config: kept,
    },
    files: imageRoot(base.files, frozen),
    layers: emptyLayer ? base.layers : [...base.layers, layer],
    history: [
      { created: now, createdBy, comment, author, size: layer.size, emptyLayer },
      ...base.history,
    ],
  });
}

/** `CMD …`, `ENV a=b` and the like, as in a Dockerfile. */
export function applyChanges(
  engine: Engine,
  given: GivenConfig,
  changes: readonly string[],
): GivenConfig {
  return changes
    .flatMap((change) => change.split("\n"))
    .filter((line) => line.trim() !== "")
    .reduce((config, line) => applyChange(engine, config, line), given);
}

function applyChange(engine: Engine, config: GivenConfig, line: string): GivenConfig {
  const [, word = "", rest = ""] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
  switch (word.toUpperCase()) {
    case "CMD":
      return { ...config, Cmd: parseCommand(rest) };
    case "ENTRYPOINT":
      return { ...config, Entrypoint: parseCommand(rest) };
    case "ENV":
      return { ...config, Env: [...(config.Env ?? []), parsePair(rest).join("=")] };
    case "LABEL":
      return { ...config, Labels: { ...config.Labels, ...Object.fromEntries([parsePair(rest)]) } };
    case "EXPOSE":
      return { ...config, ExposedPorts: { ...config.ExposedPorts, ...ports(rest) } };
    case "USER":
      return { ...config, User: rest };
    case "WORKDIR":
      return { ...config, WorkingDir: rest };
    case "HEALTHCHECK":
      return { ...config, Healthcheck: { Test: healthTest(rest) } };
    case "STOPSIGNAL":
      if (!engine.atLeast(42)) throw notValid(word.toLowerCase());
      return { ...config, StopSignal: rest };
    case "VOLUME":
      return { ...config, Volumes: { ...config.Volumes, ...keys(volumesOf(rest)) } };
    case "ONBUILD":
      return { ...config, OnBuild: [...(config.OnBuild ?? []), rest] };
    default:
      throw notValid(engine.atLeast(42) ? word.toUpperCase() : word.toLowerCase());
  }
}

const notValid = (word: string): EngineError => badRequest(`${word} is not a valid change command`);

function healthTest(text: string): string[] {
  const [, kind = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
  if (kind.toUpperCase() === "NONE") return ["NONE"];
  return rest.startsWith("[") ? ["CMD", ...parseCommand(rest)] : ["CMD-SHELL", rest];
}

/** The JSON form, or a line for the shell. */
function parseCommand(text: string): string[] {
  if (!text.startsWith("[")) return ["/bin/sh", "-c", text];
  try {
    return (JSON.parse(text) as unknown[]).map(String);
  } catch {
    return ["/bin/sh", "-c", text];
  }
}

const volumesOf = (text: string): string[] =>
  text.startsWith("[") ? parseCommand(text) : text.split(/\s+/);

function parsePair(text: string): [string, string] {
  const [, name = "", value = ""] = /^([^=\s]+)[=\s]\s*"?(.*?)"?$/.exec(text) ?? [];
  return [name, value];
}

const ports = (text: string): Record<string, Record<string, never>> =>
  keys(text.split(/\s+/).map((port) => (port.includes("/") ? port : `${port}/tcp`)));

const keys = (names: readonly string[]): Record<string, Record<string, never>> =>
  Object.fromEntries(names.map((name) => [name, {}]));
