import type { Engine } from "../engine.js";
import { containerRoot } from "../files/base-tree.js";
import { FileTree } from "../files/file-tree.js";
import { badRequest, EngineError, notFound } from "../http/engine-error.js";
import type { StoredImage } from "../images/images.js";
import { familiarReference, parseReference } from "../images/references.js";
import { randomName } from "../names.js";
import { networkMode } from "../networks/network-mode.js";
import { checkEndpoint } from "../networks/networks.js";
import {
  Container,
  type Endpoint,
  type GivenConfig,
  type GivenEndpoint,
  type GivenHostConfig,
  type HostConfig,
} from "./container.js";
import { checkOthers, checkSettings } from "./container-checks.js";
import { completeHostConfig, mergeConfig } from "./container-defaults.js";
import { fillVolumes } from "./container-mounts.js";
import { LogBook } from "./log-book.js";
import { makeMounts } from "./mounts.js";

/** The body of a create call, as far as its shape has been checked. */
export type CreateBody = GivenConfig & {
  readonly HostConfig?: GivenHostConfig | null;
  readonly NetworkingConfig?: {
    readonly EndpointsConfig?: Readonly<Record<string, GivenEndpoint | null>> | null;
  } | null;
};

export interface CreateOptions {
  readonly name: string;
  readonly platform: string;
}

/** Makes a container; answers it with the engine's warnings. */
export function createContainer(
  engine: Engine,
  body: CreateBody,
  { name, platform }: CreateOptions,
): { container: Container; warnings: string[] } {
  const { HostConfig: given, NetworkingConfig: networking, ...rest } = body;
  const config: GivenConfig = { ...rest, ...words(rest, "Cmd"), ...words(rest, "Entrypoint") };
  checkSettings(config, given ?? {});
  const wanted = parsePlatform(platform);
  const { image } = findImage(engine, config.Image ?? "", wanted);
  const id = engine.random.id();
  const merged = mergeConfig(config, image.config, id);
  const freeName = engine.containers.freeName(
    name || randomName(engine.random, (taken) => engine.containers.byName(taken) !== undefined),
  );
  checkOthers(engine, given ?? {});
  const hostConfig = resolveModes(engine, completeHostConfig(given ?? {}));
  const mounts = makeMounts(engine, hostConfig, merged.Volumes ?? {});
  const endpoints = makeEndpoints(engine, hostConfig, networking?.EndpointsConfig ?? {});
  const main = endpoints.get(hostConfig.NetworkMode ?? "");
  if (main && config.MacAddress) {
    main.settings = { MacAddress: config.MacAddress, ...main.settings };
  }
  const container = new Container({
    id,
    name: freeName,
    created: engine.clock.now(),
    image,
    imageName: config.Image ?? "",
    config: merged,
    hostConfig,
    endpoints,
    mounts,
    log: new LogBook(() => engine.clock.now()),
    files: new FileTree(containerRoot(image.files)),
  });
  fillVolumes(engine, container);
  if (networkMode(container) === "host" && !config.Hostname) {
    Object.assign(container.config, { Hostname: engine.identity.name });
  }
  engine.containers.add(container);
  engine.events.container(container, "create");
  const discards = networkMode(container) === "host" && hostConfig.PortBindings !== null;
  return {
    container,
    warnings: discards ? ["Published ports are discarded when using host network mode"] : [],
  };
}

/** One word may stand for a list of one. */
function words(config: GivenConfig, field: "Cmd" | "Entrypoint"): GivenConfig {
  const given: unknown = config[field];
  return typeof given === "string" ? { [field]: [given] } : {};
}

/** `container:name` is kept as `container:id` where there is such a container. */
function resolveModes(engine: Engine, hostConfig: HostConfig): HostConfig {
  const [, other] = /^container:(.*)$/.exec(hostConfig.NetworkMode ?? "") ?? [];
  if (other === undefined) return hostConfig;
  try {
    return { ...hostConfig, NetworkMode: `container:${engine.containers.get(other).id}` };
  } catch {
    return hostConfig;
  }
}

function makeEndpoints(
  engine: Engine,
  hostConfig: HostConfig,
  given: Readonly<Record<string, GivenEndpoint | null>>,
): Map<string, Endpoint> {
  const endpoints = new Map<string, Endpoint>();
  const mode = networkMode({ hostConfig });
  if (mode.startsWith("container:")) return endpoints;
  // The docker CLI says "default" where it means the bridge.
  const asked = Object.entries(given).map(
    ([name, settings]) => [name === "default" ? "bridge" : name, settings ?? {}] as const,
  );
  const settings = new Map<string, GivenEndpoint>(asked);
  const names = [...settings.keys()];
  const settingsOf = (name: string): GivenEndpoint => settings.get(name) ?? {};
  // With the default network, the first one named here takes its place.
  const wanted =
    hostConfig.NetworkMode === "bridge" && names.length > 0
      ? names
      : [...new Set([mode, ...names])];
  for (const name of wanted) {
    const network = engine.networks.all().find((each) => each.name === name || each.id === name);
    if (network !== undefined) {
      try {
        checkEndpoint(network, settingsOf(name));
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        throw badRequest(`invalid config for network ${name}: ${error.message}`);
      }
    }
    endpoints.set(name, {
      settings: settingsOf(name),
      networkId: "",
      named: false,
      attachment: undefined,
    });
  }
  return endpoints;
}

interface Platform {
  readonly os: string;
  readonly architecture: string | undefined;
}

export function parsePlatform(text: string): Platform | undefined {
  if (text === "") return undefined;
  const [os = "", architecture, ...rest] = text.split("/");
  if (rest.length > 1) {
    throw badRequest(`"${text}": cannot parse platform specifier: invalid argument`);
  }
  if (!/^[A-Za-z0-9_-]+(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?$/.test(os)) {
    throw badRequest(
      `"${os}" is an invalid OS component of "${text}": OSAndVersion specifier component must match "^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.%-]*)((?:\\\\+[A-Za-z0-9_.%-]+)*)\\\\))?$": invalid argument`,
    );
  }
  return { os, architecture };
}

function findImage(engine: Engine, name: string, platform: Platform | undefined): StoredImage {
  const stored = engine.images.get(name);
  const { os, architecture } = stored.image;
  const right =
    platform === undefined ||
    (platform.os === os && (platform.architecture ?? architecture) === architecture);
  if (right) return stored;
  const wanted = [platform.os, platform.architecture].filter(Boolean).join("/");
  throw notFound(
    `image with reference ${familiarReference(parseReference(name))} was found but its platform (${os}/${architecture}) does not match the specified platform (${wanted})`,
  );
}
