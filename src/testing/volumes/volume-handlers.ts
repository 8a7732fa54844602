import { timestamp } from "../clock.js";
import { volumeUsers } from "../containers/removal.js";
import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import { createVolumeBody } from "../http/body-types.js";
import {
  type AnswerBody,
  created,
  type Handlers,
  noContent,
  ok,
  speaksAtLeast,
} from "../http/call.js";
import { badRequest, conflict, EngineError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { parseBool } from "../http/query.js";
import { anonymousLabel, type Labels, mountpoint, type Volume } from "./volumes.js";

type VolumeAnswer = NonNullable<AnswerBody<"VolumeInspect">>;

interface VolumeBody {
  readonly Name?: string | null;
  readonly Driver?: string | null;
  readonly DriverOpts?: Labels | null;
  readonly Labels?: Labels | null;
}

export const volumeHandlers: Handlers = {
  VolumeList({ query }, engine) {
    const filters = listFilters(query.text("filters"), engine);
    const dangling = filters.flag("dangling");
    const shown = engine.volumes
      .all()
      .filter(
        (volume) =>
          filters.matches("name", volume.name) &&
          filters.is("driver", "local") &&
          filters.labels(volume.labels) &&
          (dangling === undefined || dangling === (volumeUsers(engine, volume.name).length === 0)),
      );
    return ok({ Volumes: shown.map(volumeAnswer), Warnings: null });
  },

  VolumeInspect: ({ parameter }, engine) => ok(volumeAnswer(engine.volumes.get(parameter))),

  VolumeCreate(call, engine) {
    const body = (readJson(call, createVolumeBody) ?? {}) as VolumeBody;
    const volume = engine.volumes.create(
      { name: body.Name ?? "", labels: body.Labels ?? null, options: body.DriverOpts ?? null },
      body.Driver || "local",
    );
    return created(volumeAnswer(volume));
  },

  VolumeDelete({ parameter, query }, engine) {
    if (engine.volumes.find(parameter) === undefined && query.flag("force")) return noContent;
    const { name } = engine.volumes.get(parameter);
    const users = volumeUsers(engine, name).map(({ id }) => id);
    if (users.length > 0) {
      throw conflict(`remove ${name}: volume is in use - [${users.join(", ")}]`);
    }
    engine.volumes.delete(name);
    return noContent;
  },

  VolumePrune(call, engine) {
    const filters = Filters.parse(call.query.text("filters"), [
      ...(engine.atLeast(42) ? ["all"] : []),
      "label",
      "label!",
    ]);
    // Before 1.42 prune took every volume that was not in use.
    const all = allVolumes(filters) ?? !speaksAtLeast(call, 42);
    const pruned = engine.volumes
      .all()
      .filter(
        ({ name, labels, options }) =>
          options === null &&
          volumeUsers(engine, name).length === 0 &&
          (all || labels?.[anonymousLabel] !== undefined) &&
          filters.labels(labels) &&
          filters.withoutLabels(labels),
      );
    for (const { name } of pruned) engine.volumes.delete(name);
    engine.events.prune("volume");
    return ok({ VolumesDeleted: pruned.map(({ name }) => name), SpaceReclaimed: 0 });
  },

  VolumeUpdate() {
    throw new EngineError(
      503,
      "volume update only valid for cluster volumes, but swarm is unavailable",
    );
  },
};

function listFilters(json: string, engine: Engine): Filters {
  const known = ["dangling", "driver", "label", "name"];
  try {
    return Filters.parse(json, known, engine);
  } catch (error) {
    const { message } = error as Error;
    throw message.startsWith("invalid filter '")
      ? error
      : badRequest(`error reading volume filters: ${message}`);
  }
}

function allVolumes(filters: Filters): boolean | undefined {
  const [given] = filters.values("all");
  if (given === undefined) return undefined;
  const value = parseBool(given);
  if (value !== undefined) return value;
  throw badRequest(
    `invalid filter 'all': strconv.ParseBool: parsing ${JSON.stringify(given)}: invalid syntax`,
  );
}

function volumeAnswer({ name, created: time, labels, options }: Volume): VolumeAnswer {
  return {
    CreatedAt: timestamp((time / 1_000_000_000n) * 1_000_000_000n),
    Driver: "local",
    Labels: labels,
    Mountpoint: mountpoint(name),
    Name: name,
    Options: options,
    Scope: "local",
  };
}

/** A volume with what `docker system df` says of it. */
export const volumeUse = (engine: Engine, volume: Volume): VolumeAnswer => ({
  ...volumeAnswer(volume),
  UsageData: { RefCount: volumeUsers(engine, volume.name).length, Size: 0 },
});
