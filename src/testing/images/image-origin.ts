import type { GivenConfig } from "../containers/container.js";

/** How an engine made an image: what the API told of it before 1.45. */
export interface ImageOrigin {
  /** The version of the engine that made it. */
  readonly engine: string;
  /** The id of the container it was made of; "" if it was none. */
  readonly container: string;
  /** That container's settings. */
  readonly containerConfig: GivenConfig;
  /** What stayed of that container's settings in the image's own. */
  readonly config: GivenConfig;
}

/** Of an image that no engine made. */
export const noOrigin: ImageOrigin = {
  engine: "",
  container: "",
  containerConfig: {},
  config: {},
};

const emptyConfig: GivenConfig = {
  Hostname: "",
  Domainname: "",
  User: "",
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Env: null,
  Cmd: null,
  Image: "",
  Volumes: null,
  WorkingDir: "",
  Entrypoint: null,
  OnBuild: null,
  Labels: null,
};

/** Settings as they stood in an image before API 1.50: with those that only a container has. */
export const wholeConfig = (config: GivenConfig): GivenConfig => ({ ...emptyConfig, ...config });

/** What of a container's settings means nothing in an image, and yet was kept in it. */
export function containerOnly(config: GivenConfig): GivenConfig {
  const { Hostname, Domainname, AttachStdin, AttachStdout, AttachStderr } = config;
  const { Tty, OpenStdin, StdinOnce, Image } = config;
  const kept = {
    Hostname,
    Domainname,
    AttachStdin,
    AttachStdout,
    AttachStderr,
    Tty,
    OpenStdin,
    StdinOnce,
    Image,
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value != null));
}
