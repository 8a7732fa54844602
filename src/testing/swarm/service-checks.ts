import type { Engine } from "../engine.js";
import { badRequest, systemError } from "../http/engine-error.js";
import { parseReference } from "../images/references.js";
import { invalid } from "./objects.js";
import { type GivenService, type GivenTask, isJob, type ServiceSpec } from "./service.js";
import type { Swarm } from "./swarm.js";

type GivenUpdate = NonNullable<GivenService["UpdateConfig"]>;

/** What is no service at all: it is said before anything is looked up. */
export function checkShape(engine: Engine, given: GivenService): asserts given is ServiceSpec {
  const { TaskTemplate: task, Mode: mode, EndpointSpec: endpoint } = given;
  const runtime = task?.Runtime ?? "";
  if (!["", "container", "plugin", "attachment"].includes(runtime)) {
    throw badRequest("unsupported runtime");
  }
  const container = task?.ContainerSpec;
  if (container == null) throw badRequest("mismatched Runtime and *Spec fields");
  const modes = Object.values(mode ?? {}).filter((each) => each != null);
  for (const mount of container.Mounts ?? []) {
    const type = mount?.Type ?? "";
    const known = ["", "bind", "volume", "tmpfs", "npipe"];
    if (engine.atLeast(42)) known.push("cluster");
    if (engine.atLeast(48)) known.push("image");
    if (!known.includes(type)) throw badRequest(`invalid MountType: "${type}"`);
  }
  for (const [kind, references] of [
    ["secret", container.Secrets],
    ["config", container.Configs],
  ] as const) {
    for (const reference of references ?? []) {
      const runtimeTarget = reference && "Runtime" in reference && reference.Runtime != null;
      if (!reference?.File && !runtimeTarget) {
        throw invalid(`malformed ${kind} reference, no target provided`);
      }
    }
  }
  const condition = task?.RestartPolicy?.Condition ?? "any";
  if (!["", "any", "none", "on-failure"].includes(condition)) {
    throw badRequest(`invalid RestartCondition: "${condition}"`);
  }
  for (const config of [given.UpdateConfig, given.RollbackConfig]) checkUpdateWords(config ?? {});
  const resolution = endpoint?.Mode ?? "";
  if (!["", "vip", "dnsrr"].includes(resolution)) {
    throw badRequest(`invalid resolution mode: "${resolution}"`);
  }
  if (modes.length > 1) throw badRequest("must specify only one service mode");
}

function checkUpdateWords({ FailureAction: action, Order: order }: GivenUpdate): void {
  if (!["", "pause", "continue", "rollback"].includes(action ?? "")) {
    throw badRequest(`unrecognized update failure action ${action}`);
  }
  if (!["", "stop-first", "start-first"].includes(order ?? "")) {
    throw badRequest(`unrecognized update order ${order}`);
  }
}

/** What a swarm does not take. */
export function checkService(swarm: Swarm, given: ServiceSpec): void {
  const { TaskTemplate: task, EndpointSpec: endpoint } = given;
  checkName(given.Name ?? "");
  checkTask(task);
  checkUpdate(given.UpdateConfig ?? {});
  checkUpdate(given.RollbackConfig ?? {});
  if (isJob(given) && given.UpdateConfig) throw invalid("Jobs may not have an update config");
  if (isJob(given) && given.RollbackConfig) throw invalid("Jobs may not have a rollback config");
  const published = (endpoint?.Ports ?? []).filter((port) => port?.PublishMode !== "host");
  if (endpoint?.Mode === "dnsrr" && published.length > 0) {
    throw invalid("EndpointSpec: port published with ingress mode can't be used with dnsrr mode");
  }
  const taken = published.flatMap((port) =>
    port?.PublishedPort ? [`${port.Protocol || "tcp"} ${port.PublishedPort}`] : [],
  );
  if (new Set(taken).size < taken.length) {
    throw invalid("EndpointSpec: duplicate published ports provided");
  }
  for (const secret of task.ContainerSpec.Secrets ?? []) {
    if (swarm.secrets.byId(secret?.SecretID ?? "") === undefined) {
      throw invalid(`secret not found: ${secret?.SecretName}`);
    }
  }
  for (const config of task.ContainerSpec.Configs ?? []) {
    if (swarm.configs.byId(config?.ConfigID ?? "") === undefined) {
      throw invalid(`config not found: ${config?.ConfigName}`);
    }
  }
}

function checkName(name: string): void {
  if (name === "") return;
  if (!/^[a-zA-Z0-9]+(?:[a-zA-Z0-9-_]*[a-zA-Z0-9])?$/.test(name)) {
    throw invalid("name must be valid as a DNS name component");
  }
  if (name.length > 63) throw invalid("name must be 63 characters or fewer");
}

function checkTask(task: GivenTask): void {
  const limits = [task.Resources?.Limits, task.Resources?.Reservations];
  for (const limit of limits) {
    const cpus = Number(limit?.NanoCPUs ?? 0);
    const memory = Number(limit?.MemoryBytes ?? 0);
    if (cpus !== 0 && cpus < 1e6) {
      throw invalid(`invalid cpu value ${goNumber(cpus / 1e9)}: Must be at least 0.001`);
    }
    if (memory !== 0 && memory < 4 * 1024 * 1024) {
      throw invalid(`invalid memory value ${memory}: Must be at least 4MiB`);
    }
  }
  if ((task.RestartPolicy?.Delay ?? 0) < 0)
    throw invalid("TaskSpec: restart-delay cannot be negative");
  for (const constraint of task.Placement?.Constraints ?? []) {
    if (!/==|!=/.test(constraint ?? "")) {
      throw systemError(
        "rpc error: code = Unknown desc = constraint expected one operator from ==, !=",
      );
    }
  }
  const image = task.ContainerSpec?.Image ?? "";
  if (image === "") throw invalid("ContainerSpec: image reference must be provided");
  try {
    parseReference(image);
  } catch {
    throw invalid(`ContainerSpec: ${JSON.stringify(image)} is not a valid repository/tag`);
  }
}

/** Go writes small numbers with an exponent of two digits. */
const goNumber = (value: number): string => String(value).replace(/e-(\d)$/, "e-0$1");

function checkUpdate({
  Delay: delay,
  Monitor: monitor,
  MaxFailureRatio: ratio,
}: GivenUpdate): void {
  if ((delay ?? 0) < 0) throw invalid("TaskSpec: update-delay cannot be negative");
  if ((monitor ?? 0) < 0) throw invalid("TaskSpec: update-monitor cannot be negative");
  if ((ratio ?? 0) < 0 || (ratio ?? 0) > 1) {
    throw invalid("TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1");
  }
}
