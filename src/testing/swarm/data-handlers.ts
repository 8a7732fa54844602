import type { Engine } from "../engine.js";
import { Filters } from "../filters.js";
import type { Call, Handlers } from "../http/call.js";
import { badRequest, conflict, systemError } from "../http/engine-error.js";
import { readJson } from "../http/json-body.js";
import { swarmAnswer } from "./answers.js";
import { type DataItem, dataAnswer } from "./data.js";
import { swarmId } from "./ids.js";
import { checkVersion, invalid, type Objects } from "./objects.js";
import { servicesThatRead } from "./service.js";
import { managed, type Swarm } from "./swarm.js";

type Kind = "secret" | "config";

interface GivenData {
  readonly Name?: string | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Data?: string | null;
  readonly Driver?: { readonly Name?: string | null } | null;
  readonly Templating?: object | null;
}

export const dataHandlers: Handlers = {
  SecretList: (call, engine) => swarmAnswer(list(call, engine, "secret")),
  SecretCreate: (call, engine) => swarmAnswer(create(call, engine, "secret"), 201),
  SecretInspect: (call, engine) => swarmAnswer(inspect(call, engine, "secret")),
  SecretUpdate: (call, engine) => update(call, engine, "secret"),
  SecretDelete: (call, engine) => remove(call, engine, "secret"),
  ConfigList: (call, engine) => swarmAnswer(list(call, engine, "config")),
  ConfigCreate: (call, engine) => swarmAnswer(create(call, engine, "config"), 201),
  ConfigInspect: (call, engine) => swarmAnswer(inspect(call, engine, "config")),
  ConfigUpdate: (call, engine) => update(call, engine, "config"),
  ConfigDelete: (call, engine) => remove(call, engine, "config"),
};

const itemsOf = (swarm: Swarm, kind: Kind): Objects<DataItem> =>
  kind === "secret" ? swarm.secrets : swarm.configs;

function list({ query }: Call, engine: Engine, kind: Kind): object[] {
  const known = ["id", "label", "name", ...(kind === "secret" ? ["names"] : [])];
  const filters = Filters.parse(query.text("filters"), known, engine);
  const begins = (name: string, text: string): boolean =>
    !filters.has(name) || filters.values(name).some((value) => text.startsWith(value));
  return itemsOf(managed(engine), kind)
    .all()
    .filter(
      ({ id, spec }) =>
        begins("id", id) &&
        begins("name", spec.Name) &&
        filters.is("names", spec.Name) &&
        filters.labels(spec.Labels),
    )
    .map((item) => dataAnswer(kind, item));
}

function create(call: Call, engine: Engine, kind: Kind): object {
  const given = bodyOf(call, engine, kind);
  const swarm = managed(engine);
  const name = given.Name ?? "";
  if (name === "") throw invalid("name must be provided");
  if (!/^[a-zA-Z0-9]+(?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/.test(name) || name.length > 64) {
    throw invalid(
      "invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]",
    );
  }
  if (kind === "secret" && given.Driver?.Name) {
    throw systemError(
      `rpc error: code = Unknown desc = plugin ${JSON.stringify(given.Driver.Name)} not found`,
    );
  }
  const size = Buffer.from(given.Data ?? "", "base64").length;
  const most = kind === "secret" ? 512_000 : 1_024_000;
  if (size === 0 || size >= most) {
    throw invalid(`${kind} data must be larger than 0 and less than ${most} bytes`);
  }
  const items = itemsOf(swarm, kind);
  if (items.named(name) !== undefined) {
    throw conflict(`rpc error: code = AlreadyExists desc = ${kind} ${name} already exists`);
  }
  const now = engine.clock.now();
  const item: DataItem = {
    id: swarmId(engine.random),
    created: now,
    updated: now,
    version: swarm.nextVersion(),
    spec: {
      Name: name,
      Labels: given.Labels ?? {},
      Data: given.Data ?? "",
      ...(given.Templating && { Templating: given.Templating }),
    },
  };
  items.add(item);
  engine.events.swarm(kind, "create", item.id, { name });
  return { ID: item.id };
}

function inspect({ parameter }: Call, engine: Engine, kind: Kind): object {
  return dataAnswer(kind, itemsOf(managed(engine), kind).get(parameter));
}

function update(call: Call, engine: Engine, kind: Kind): { status: 200 } {
  const given = bodyOf(call, engine, kind);
  const version = call.query.text("version");
  if (!/^\d+$/.test(version)) throw badRequest(`invalid ${kind} version`);
  const swarm = managed(engine);
  const item = itemsOf(swarm, kind).get(call.parameter);
  const { Name: name, Data: data } = item.spec;
  const changes = (given.Name ?? "") !== name || (given.Data != null && given.Data !== data);
  if (changes) throw invalid("only updates to Labels are allowed");
  checkVersion(item, Number(version));
  swarm.change(engine, item, { ...item.spec, Labels: given.Labels ?? {} });
  engine.events.swarm(kind, "update", item.id, { name });
  return { status: 200 };
}

function remove({ parameter }: Call, engine: Engine, kind: Kind): { status: 204 } {
  const swarm = managed(engine);
  const items = itemsOf(swarm, kind);
  const item = items.get(parameter);
  const { Name: name } = item.spec;
  const users = servicesThatRead(swarm, kind, item.id);
  if (users.length > 0) {
    const those = users.length > 1 ? "services" : "service";
    throw invalid(`${kind} '${name}' is in use by the following ${those}: ${users.join(", ")}`);
  }
  items.delete(item);
  engine.events.swarm(kind, "remove", item.id, { name });
  return { status: 204 };
}

function bodyOf(call: Call, engine: Engine, kind: Kind): GivenData {
  const owner = kind === "secret" ? "SecretSpec" : "ConfigSpec";
  const struct = { Name: "string", Data: "string", Labels: { map: "string" } } as const;
  const given = (readJson(call, { name: `swarm.${owner}`, owner, struct }) ?? {}) as GivenData;
  const wrong = (given.Data ?? "").search(/[^A-Za-z0-9+/=]/);
  if (wrong !== -1) {
    const field = `json: cannot unmarshal string into Go struct field ${owner}.Data of type []uint8: `;
    throw badRequest(
      `invalid JSON: ${engine.atLeast(51) ? field : ""}illegal base64 data at input byte ${wrong}`,
    );
  }
  return given;
}
