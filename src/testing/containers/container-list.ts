import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import { type Handler, ok, speaksAtLeast } from "../http/call.js";
import { badRequest, systemError } from "../http/engine-error.js";
import { parseInteger } from "../http/query.js";
import { publishedPorts } from "../networks/ports.js";
import type { Container } from "./container.js";
import { summarize } from "./container-answers.js";
import { healthSummary } from "./health.js";
import { removeContainer } from "./removal.js";

const listFilters = [
  "ancestor",
  "before",
  "exited",
  "expose",
  "health",
  "id",
  "is-task",
  "isolation",
  "label",
  "name",
  "network",
  "publish",
  "since",
  "status",
  "volume",
];

export const listContainers: Handler<"ContainerList"> = (call, engine) => {
  const { query } = call;
  const filters = Filters.parse(query.text("filters"), listFilters, engine);
  checkValues(filters);
  const limit = parseInteger(query.text("limit") || "0", systemError);
  const all = query.flag("all") || limit > 0 || filters.has("status");
  const matching = engine.containers
    .all()
    .filter((container) => all || container.running)
    .filter(matcher(engine, filters));
  const shown = limit > 0 ? matching.slice(0, limit) : matching;
  const tellsHealth = speaksAtLeast(call, 52);
  return ok(
    shown.map((container) => ({
      ...summarize(engine, container, query.flag("size")),
      ...(tellsHealth && { Health: healthSummary(container) }),
    })),
  );
};

const states = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];
const healths = ["none", "starting", "healthy", "unhealthy"];

function checkValues(filters: Filters): void {
  for (const code of filters.values("exited")) {
    parseInteger(code, (reason) => badRequest(`invalid filter 'exited=${code}': ${reason}`));
  }
  for (const [name, what, allowed] of [
    ["status", "state", states],
    ["health", "health", healths],
  ] as const) {
    const wrong = filters.values(name).find((value) => !allowed.includes(value));
    if (wrong === undefined) continue;
    throw badRequest(
      `invalid filter '${name}=${wrong}': invalid value for ${what} (${wrong}): must be one of ${allowed.join(", ")}`,
    );
  }
  filters.flag("is-task");
  for (const name of ["publish", "expose"]) {
    for (const ports of filters.values(name)) parsePorts(ports, name);
  }
}

function matcher(engine: Engine, filters: Filters): (container: Container) => boolean {
  const [before, since] = ["before", "since"].map((name) => {
    const times = filters.values(name).map((term) => engine.containers.get(term).created);
    return times[0];
  });
  const ancestors = filters.values("ancestor").flatMap((name) => imageIds(engine, name));
  const networks = filters.values("network").map((term) => networkNames(engine, term));
  return (container) => {
    const { name, id, config, image, created } = container;
    return (
      (filters.matches("name", name) || filters.matches("name", `/${name}`)) &&
      filters.matches("id", id) &&
      filters.labels(config.Labels) &&
      filters.is("status", container.status) &&
      (!filters.has("exited") || exitedWith(container, filters)) &&
      (before === undefined || created < before) &&
      (since === undefined || created > since) &&
      (!filters.has("ancestor") || ancestors.some((each) => isMadeFrom(engine, image.id, each))) &&
      filters.is("health", container.health?.status ?? "none") &&
      (!filters.has("network") ||
        [...container.endpoints.keys()].some((each) =>
          networks.some((names) => names.includes(each)),
        )) &&
      (!filters.has("volume") ||
        filters.values("volume").some((each) => mounts(container, each))) &&
      hasPort(container, filters, "publish") &&
      hasPort(container, filters, "expose") &&
      (!filters.has("is-task") || filters.flag("is-task") === isTask(container))
    );
  };
}

const exitedWith = (container: Container, filters: Filters): boolean =>
  container.status === "exited" &&
  filters.values("exited").map(Number).includes(container.exitCode);

/** `publish` is for ports on the host, `expose` for the container's: `80`, `80/tcp`, `80-90/udp`. */
function hasPort(container: Container, filters: Filters, name: "publish" | "expose"): boolean {
  if (!filters.has(name)) return true;
  const ports =
    name === "publish"
      ? publishedPorts(container).map(({ port, hostPort }) => `${hostPort}/${port.split("/")[1]}`)
      : Object.keys(container.config.ExposedPorts ?? {});
  return filters.values(name).some((wanted) => {
    const [first, last, protocol] = parsePorts(wanted, name);
    return ports.some((port) => {
      const [number, type] = port.split("/");
      return Number(number) >= first && Number(number) <= last && type === protocol;
    });
  });
}

function parsePorts(text: string, name: string): [number, number, string] {
  const [range = "", protocol = "tcp"] = text.split("/");
  const [first = "", last = first] = range.split("-");
  const wrong = [first, last].find((port) => !/^\d+$/.test(port));
  if (wrong === undefined) return [Number(first), Number(last), protocol];
  throw systemError(
    `error while looking up for ${name} ${text}: strconv.ParseUint: parsing ${JSON.stringify(wrong)}: invalid syntax`,
  );
}

const mounts = ({ mounts: all }: Container, wanted: string): boolean =>
  all.some(({ Name, Destination }) => Name === wanted || Destination === wanted);

function imageIds(engine: Engine, name: string): string[] {
  try {
    const stored = engine.images.find(name);
    return stored === undefined ? [] : [stored.image.id];
  } catch {
    return [];
  }
}

/** An image is its own ancestor, and so are those it was committed from. */
function isMadeFrom(engine: Engine, id: string, ancestor: string): boolean {
  if (id === ancestor) return true;
  const parent = engine.images.byId(id)?.image.parent;
  return parent ? isMadeFrom(engine, parent, ancestor) : false;
}

function networkNames(engine: Engine, term: string): string[] {
  const found = engine.networks
    .all()
    .filter(({ name, id }) => name === term || id.startsWith(term));
  return [term, ...found.flatMap(({ name, id }) => [name, id])];
}

export const pruneContainers: Handler<"ContainerPrune"> = ({ query }, engine) => {
  const filters = Filters.parse(query.text("filters"), ["label", "label!", "until"]);
  const prunable = filters.prunable(engine.clock.now());
  const pruned = engine.containers.all().filter((container) => {
    const labels = container.config.Labels;
    return !container.running && !container.removing && prunable(labels, container.created);
  });
  for (const container of pruned) removeContainer(engine, container, { volumes: false });
  engine.events.prune("container");
  const ids = pruned.map(({ id }) => id);
  return ok({ ContainersDeleted: ids.length > 0 ? ids : null, SpaceReclaimed: 0 });
};

const isTask = ({ config }: Container): boolean =>
  config.Labels?.["com.docker.swarm.task.id"] !== undefined;
