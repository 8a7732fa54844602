import type { Engine } from "../engine.js";
import { createContainerBody, updateContainerBody } from "../http/body-types.js";
import { type Call, created, type Handlers, noContent, notModified, ok } from "../http/call.js";
import { badRequest, conflict, EngineError, systemError } from "../http/engine-error.js";
import { readJson, requireJson } from "../http/json-body.js";
import { parseInteger } from "../http/query.js";
import { archiveHandlers } from "./archives.js";
import { attachContainer } from "./attach.js";
import type { Container, GivenHostConfig } from "./container.js";
import { inspect } from "./container-answers.js";
import { checkResources, checkRestartPolicy } from "./container-checks.js";
import { type CreateBody, createContainer } from "./container-create.js";
import { completePolicy, withoutEmpty } from "./container-defaults.js";
import { listContainers, pruneContainers } from "./container-list.js";
import { notRunning } from "./containers.js";
import * as lifecycle from "./lifecycle.js";
import { containerLogs } from "./logs.js";
import type { TerminalSize } from "./process.js";
import { removeContainer } from "./removal.js";
import { parseSignal } from "./signals.js";
import { containerStats } from "./stats.js";
import { listProcesses } from "./top.js";
import { waitForContainer } from "./wait.js";

export const containerHandlers: Handlers = {
  ContainerAttach: attachContainer,
  ...archiveHandlers,
  ContainerList: listContainers,
  ContainerLogs: containerLogs,
  ContainerPrune: pruneContainers,
  ContainerStats: containerStats,
  ContainerTop: listProcesses,
  ContainerWait: waitForContainer,

  ContainerCreate(call, engine) {
    const body = requireJson(call, createContainerBody);
    if (body === null || Object.keys(body as object).length === 0) {
      throw badRequest("config cannot be empty in order to create a container");
    }
    const options = { name: call.query.text("name"), platform: call.query.text("platform") };
    const { container, warnings } = createContainer(engine, body as CreateBody, options);
    return created({ Id: container.id, Warnings: warnings });
  },

  ContainerInspect(call, engine) {
    const container = engine.containers.get(call.parameter);
    return ok(inspect(engine, container, call.query.flag("size")));
  },

  ContainerStart(call, engine) {
    if (Number(call.headers["content-length"] ?? 0) > 7 || call.headers["transfer-encoding"]) {
      throw badRequest(
        "starting container with non-empty request body was deprecated since API v1.22 and removed in v1.24",
      );
    }
    return lifecycle.start(engine, engine.containers.get(call.parameter)) ? noContent : notModified;
  },

  async ContainerStop(call, engine) {
    const options = stopOptions(call);
    const container = engine.containers.get(call.parameter);
    try {
      return (await lifecycle.stop(engine, container, options)) ? noContent : notModified;
    } catch (error) {
      throw wrap(`cannot stop container: ${call.parameter}`, error, 500);
    }
  },

  async ContainerRestart(call, engine) {
    const options = stopOptions(call);
    const container = engine.containers.get(call.parameter);
    try {
      await lifecycle.restart(engine, container, options);
    } catch (error) {
      throw wrap(`Cannot restart container ${call.parameter}`, error, 500);
    }
    return noContent;
  },

  async ContainerKill(call, engine) {
    try {
      const signal = parseSignal(call.query.text("signal") || "SIGKILL");
      await lifecycle.kill(engine, engine.containers.get(call.parameter), signal);
    } catch (error) {
      throw wrap(`cannot kill container: ${call.parameter}`, error, 400);
    }
    return noContent;
  },

  ContainerPause(call, engine) {
    lifecycle.pause(engine, engine.containers.get(call.parameter));
    return noContent;
  },

  ContainerUnpause(call, engine) {
    lifecycle.unpause(engine, engine.containers.get(call.parameter));
    return noContent;
  },

  ContainerRename(call, engine) {
    const container = engine.containers.get(call.parameter);
    const name = call.query.text("name");
    if (name === "") throw badRequest("Neither old nor new names may be empty");
    if (name.replace(/^\//, "") === container.name) {
      throw badRequest("Renaming a container with the same name as its current name");
    }
    const oldName = `/${container.name}`;
    try {
      container.name = engine.containers.freeName(`/${name.replace(/^\//, "")}`);
    } catch (error) {
      throw wrap("Error when allocating new name", error, 500);
    }
    engine.events.container(container, "rename", { oldName });
    return noContent;
  },

  ContainerResize(call, engine) {
    const size = requestedSize(call);
    const container = engine.containers.get(call.parameter);
    if (!container.running) throw conflict(notRunning(container));
    if (container.config.Tty) container.process?.resize(size);
    const [height, width] = [String(size.rows), String(size.columns)];
    engine.events.container(container, "resize", { height, width });
    return { status: 200 };
  },

  ContainerUpdate(call, engine) {
    const body = (readJson(call, updateContainerBody) ?? {}) as GivenHostConfig;
    checkRestartPolicy(body);
    checkResources({ ...body, MemorySwap: 0 });
    const container = engine.containers.get(call.parameter);
    updateContainer(container, body);
    engine.events.container(container, "update");
    return ok({ Warnings: null });
  },

  ContainerDelete(call, engine) {
    return deleteContainer(engine, call);
  },
};

/** The size in a resize call. */
export function requestedSize({ query }: Call): TerminalSize {
  const read = (name: "h" | "w", side: string): number => {
    const text = query.text(name);
    const refuse = (why: string): EngineError =>
      badRequest(`invalid resize ${side} ${JSON.stringify(text)}: ${why}`);
    if (!/^[+-]?\d+$/.test(text)) throw refuse("invalid syntax");
    const value = Number(text);
    if (value < 0 || value >= 2 ** 32) throw refuse("value out of range");
    return value;
  };
  const rows = read("h", "height");
  return { columns: read("w", "width"), rows };
}

function stopOptions(call: Call): lifecycle.StopOptions {
  const seconds = call.query.text("t");
  return {
    signal: call.query.text("signal"),
    timeout: seconds === "" ? undefined : parseInteger(seconds, systemError),
  };
}

/** The engine puts what it was doing before what went wrong. */
function wrap(doing: string, error: unknown, status: number): EngineError {
  const { message } = error as Error;
  return new EngineError(
    error instanceof EngineError ? error.status : status,
    `${doing}: ${message}`,
  );
}

function updateContainer(container: Container, body: GivenHostConfig): void {
  const given = withoutEmpty(body) as Partial<Container["hostConfig"]>;
  const { Memory: memory, MemorySwap: swap } = given;
  const limit = container.hostConfig.MemorySwap ?? 0;
  if (memory && !swap && limit !== -1 && memory > limit) {
    throw conflict(
      `Cannot update container ${container.id}: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time`,
    );
  }
  const policy = body.RestartPolicy && { RestartPolicy: completePolicy(body.RestartPolicy) };
  container.hostConfig = { ...container.hostConfig, ...given, ...policy };
}

async function deleteContainer(engine: Engine, call: Call): Promise<typeof noContent> {
  const container = engine.containers.get(call.parameter);
  if (call.query.flag("link")) {
    throw systemError("Conflict, cannot remove the default link name of the container");
  }
  if (container.running && !call.query.flag("force")) {
    const why = container.paused
      ? "container is paused and must be unpaused first"
      : container.restarting
        ? "container is restarting: stop the container before removing or force remove"
        : "container is running: stop the container before removing or force remove";
    throw conflict(`cannot remove container "${call.parameter}": ${why}`);
  }
  if (container.removing) {
    throw conflict(`removal of container ${call.parameter} is already in progress`);
  }
  container.removing = true;
  if (container.running) await lifecycle.kill(engine, container, "SIGKILL");
  removeContainer(engine, container, { volumes: call.query.flag("v") });
  return noContent;
}
