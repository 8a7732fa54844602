import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import { type Call, type Handlers, speaksAtLeast } from "../http/call.js";
import { badRequest, conflict, EngineError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { familiarName, parseReference } from "../images/references.js";
import { decodeRegistryAuth } from "../images/registry-auth.js";
import { enterRegistry } from "../images/registry-refusals.js";
import { swarmAnswer, versionOf } from "./answers.js";
import { swarmId } from "./ids.js";
import { checkVersion } from "./objects.js";
import { endTasks, reconcile, replaceTasks, tasksOf } from "./orchestrator.js";
import {
  type GivenService,
  isJob,
  modeOf,
  type Service,
  type ServiceSpec,
  serviceAnswer,
  serviceStatus,
} from "./service.js";
import { checkService, checkShape } from "./service-checks.js";
import { keptService, withDefaults } from "./service-spec.js";
import { managed, type Swarm } from "./swarm.js";
import { serviceLogs } from "./swarm-logs.js";
import { giveAddresses, takeAddresses } from "./virtual-addresses.js";

export const serviceHandlers: Handlers = {
  ServiceLogs: serviceLogs,

  ServiceList({ query }, engine) {
    const filters = Filters.parse(
      query.text("filters"),
      ["id", "label", "mode", "name", "runtime"],
      engine,
    );
    const swarm = managed(engine);
    const begins = (name: string, text: string): boolean =>
      !filters.has(name) || filters.values(name).some((value) => text.startsWith(value));
    const found = swarm.services
      .all()
      .filter(
        ({ id, spec }) =>
          begins("id", id) &&
          begins("name", spec.Name) &&
          filters.is("mode", modeOf(spec)) &&
          filters.is("runtime", spec.TaskTemplate.Runtime ?? "container") &&
          filters.labels(spec.Labels),
      );
    const counted = query.flag("status");
    return swarmAnswer(
      found.map((service) => ({
        ...serviceAnswer(service),
        ...(counted && { ServiceStatus: serviceStatus(service, tasksOf(swarm, service)) }),
      })),
    );
  },

  ServiceCreate(call, engine) {
    const given = bodyOf(call);
    const swarm = managed(engine);
    checkShape(engine, given);
    const kept = accept(engine, swarm, given);
    if (swarm.services.named(kept.Name) !== undefined) {
      throw conflict(
        `rpc error: code = AlreadyExists desc = name conflicts with an existing object: service ${kept.Name} already exists`,
      );
    }
    const { spec, warnings } = pinned(call, engine, kept);
    const now = engine.clock.now();
    const service: Service = {
      id: swarmId(engine.random),
      created: now,
      updated: now,
      version: swarm.nextVersion(),
      spec,
      previous: undefined,
      updateStatus: undefined,
      iteration: 0,
      lastExecution: now,
      addresses: [],
      registryAuth: registryAuthOf(call),
      attempts: new Map(),
    };
    swarm.services.add(service);
    giveAddresses(engine, service);
    engine.events.swarm("service", "create", service.id, { name: spec.Name });
    reconcile(engine, swarm, service);
    // Engines before API 1.42 leave the list of no warnings out.
    const listed = warnings ?? (engine.atLeast(42) ? null : undefined);
    return swarmAnswer({ ID: service.id, ...(listed !== undefined && { Warnings: listed }) }, 201);
  },

  ServiceInspect({ parameter, query }, engine) {
    const service = managed(engine).services.get(parameter);
    const filled = query.flag("insertDefaults") ? withDefaults(service.spec) : service.spec;
    return swarmAnswer(serviceAnswer(service, filled));
  },

  ServiceUpdate(call, engine) {
    const given = bodyOf(call);
    const version = versionOf(call, "service");
    const swarm = managed(engine);
    checkShape(engine, given);
    const service = swarm.services.get(call.parameter);
    const kept = accept(engine, swarm, given);
    checkVersion(service, version);
    if (kept.Name !== service.spec.Name) {
      throw new EngineError(
        501,
        "rpc error: code = Unimplemented desc = renaming services is not supported",
      );
    }
    if (modeOf(kept) !== modeOf(service.spec)) {
      throw new EngineError(
        501,
        "rpc error: code = Unimplemented desc = service mode change is not allowed",
      );
    }
    const rollback = call.query.text("rollback");
    if (rollback !== "" && rollback !== "previous") {
      throw badRequest(`unrecognized rollback option ${rollback}`);
    }
    if (rollback === "previous" && service.previous === undefined) {
      throw badRequest(
        `rpc error: code = FailedPrecondition desc = service ${service.id} does not have a previous spec`,
      );
    }
    const { spec, warnings } =
      rollback === "previous" && service.previous
        ? { spec: service.previous, warnings: null }
        : pinned(call, engine, kept);
    service.registryAuth = registryAuthOf(call) ?? service.registryAuth;
    change(engine, swarm, service, spec, rollback === "previous" ? "rollback" : "update");
    return swarmAnswer({ Warnings: warnings ?? null });
  },

  async ServiceDelete({ parameter }, engine) {
    const swarm = managed(engine);
    const service = swarm.services.get(parameter);
    swarm.services.delete(service);
    takeAddresses(engine, service);
    engine.events.swarm("service", "remove", service.id, { name: service.spec.Name });
    void endTasks(engine, swarm, tasksOf(swarm, service));
    return { status: 200 };
  },
};

function bodyOf(call: Call): GivenService {
  const struct = { Name: "string", Labels: { map: "string" } } as const;
  const type = { name: "swarm.ServiceSpec", owner: "ServiceSpec", struct } as const;
  return (readJson(call, type) ?? {}) as GivenService;
}

function accept(engine: Engine, swarm: Swarm, given: ServiceSpec): ServiceSpec {
  if (given.TaskTemplate.ContainerSpec.Mounts?.some((mount) => mount?.Type === "cluster")) {
    throw new EngineError(501, "the mock daemon does not do cluster volumes");
  }
  const networks = keptService(engine, given);
  checkService(swarm, networks);
  return networks;
}

function registryAuthOf({ headers }: Call): string | undefined {
  const header = headers["x-registry-auth"];
  return (Array.isArray(header) ? header[0] : header) || undefined;
}

/** For clients below API 1.30 the engine asks the registry which image a tag means right now. */
function pinned(
  call: Call,
  engine: Engine,
  spec: ServiceSpec,
): { spec: ServiceSpec; warnings: string[] | null } {
  if (speaksAtLeast(call, 30)) return { spec, warnings: null };
  const image = spec.TaskTemplate.ContainerSpec.Image ?? "";
  const reference = parseReference(image);
  if (reference.digest !== undefined) return { spec, warnings: null };
  try {
    const tag = reference.tag ?? "latest";
    const question = { reference, method: "Head", about: `manifests/${tag}` } as const;
    enterRegistry(engine, question, decodeRegistryAuth(call));
    const [found] = engine.registries.platforms({ ...reference, tag });
    if (found === undefined) throw new EngineError(404, "manifest unknown: manifest unknown");
    const Image = `${familiarName(reference)}:${tag}@${found.digest}`;
    const { TaskTemplate: task } = spec;
    const container = { ...task.ContainerSpec, Image };
    return {
      spec: { ...spec, TaskTemplate: { ...task, ContainerSpec: container } },
      warnings: null,
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const warning = `unable to pin image ${image} to digest: ${error.message}`;
    return { spec, warnings: [warning] };
  }
}

function change(
  engine: Engine,
  swarm: Swarm,
  service: Service,
  spec: ServiceSpec,
  kind: "update" | "rollback",
): void {
  const before = service.spec;
  const sameTask = JSON.stringify(before.TaskTemplate) === JSON.stringify(spec.TaskTemplate);
  service.previous = before;
  // The tasks that run tell by the template whether they are of this version.
  const next = sameTask ? { ...spec, TaskTemplate: before.TaskTemplate } : spec;
  swarm.change(engine, service, next);
  if (kind === "update") {
    engine.events.swarm("service", "update", service.id, {
      name: next.Name,
      ...difference("replicas", replicas(before), replicas(next)),
      ...difference("image", imageOf(before), imageOf(next)),
    });
  }
  giveAddresses(engine, service);
  if (isJob(next)) {
    service.iteration = service.version;
    service.lastExecution = engine.clock.now();
    reconcile(engine, swarm, service);
    return;
  }
  service.attempts.clear();
  if (sameTask) reconcile(engine, swarm, service);
  else void replaceTasks(engine, swarm, service, kind);
}

const replicas = ({ Mode: mode }: ServiceSpec): string | undefined =>
  mode?.Replicated?.Replicas?.toString();

const imageOf = ({ TaskTemplate: task }: ServiceSpec): string | undefined =>
  task.ContainerSpec.Image ?? undefined;

/** What an event says of a change. */
const difference = (
  what: string,
  before: string | undefined,
  now: string | undefined,
): Record<string, string> =>
  before === now || before === undefined || now === undefined
    ? {}
    : { [`${what}.new`]: now, [`${what}.old`]: before };
