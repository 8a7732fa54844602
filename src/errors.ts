/** What every {@link ApiError} knows of the call that failed. */
export interface ApiErrorDetails {
  /** HTTP status the engine answered with. */
  status: number;
  /** Operation of the API document: `ContainerStart`. */
  operation: string;
  /** HTTP method of the call. */
  method: string;
  /** Path of the call without its query, `/containers/web/start`. */
  path: string;
}

/**
 * Base of every error that this SDK throws. An abort is no such error: it rejects with the reason
 * of the signal.
 *
 * @example
 * ```ts
 * try {
 *   await docker.containers.start("web");
 * } catch (error) {
 *   if (error instanceof DockerError) console.error(error.code, error.message);
 * }
 * ```
 */
export class DockerError extends Error {
  /** Stable name of the kind of error, for programs: `NOT_FOUND`, `TLS`, … */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    // Not from the class: bundlers rename those. NOT_FOUND is a NotFoundError.
    this.name = `${code.toLowerCase().replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())}Error`;
  }
}

/** The engine answered with an error status. The message is the engine's own. */
export class ApiError extends DockerError {
  readonly status: number;
  readonly operation: string;
  readonly method: string;
  readonly path: string;

  constructor(message: string, details: ApiErrorDetails, code = "API", options?: ErrorOptions) {
    super(code, message, options);
    this.status = details.status;
    this.operation = details.operation;
    this.method = details.method;
    this.path = details.path;
  }
}

/** 400: a parameter or the body is not what the engine takes. */
export class BadParameterError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "BAD_PARAMETER");
  }
}

/** 401: credentials are missing or wrong. */
export class UnauthorizedError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "UNAUTHORIZED");
  }
}

/** 403: the engine refuses, whoever asks; removing a predefined network, for instance. */
export class ForbiddenError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "FORBIDDEN");
  }
}

/** 404: no such container, image, network, volume, … */
export class NotFoundError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "NOT_FOUND");
  }
}

/** 409: the object's state or name is in the way. */
export class ConflictError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "CONFLICT");
  }
}

/** 501: this engine does not do that. */
export class NotImplementedError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "NOT_IMPLEMENTED");
  }
}

/** 503: not now; a node that is no swarm manager, for instance. */
export class UnavailableError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "UNAVAILABLE");
  }
}

/** Any other 5xx: the engine failed. */
export class ServerError extends ApiError {
  constructor(message: string, details: ApiErrorDetails) {
    super(message, details, "SERVER");
  }
}

/** The engine could not be reached, or the connection broke. `cause` is the system's error. */
export class ConnectionError extends DockerError {
  /** The engine that was tried, as in `DOCKER_HOST`. */
  readonly host: string;

  constructor(message: string, host: string, options?: ErrorOptions, code = "CONNECTION") {
    super(code, message, options);
    this.host = host;
  }
}

/** The two sides do not agree on TLS: certificates, names, or TLS itself. */
export class TlsError extends ConnectionError {
  constructor(message: string, host: string, options?: ErrorOptions) {
    super(message, host, options, "TLS");
  }
}

/** A time limit of the options passed. */
export class TimeoutError extends DockerError {
  constructor(message: string, options?: ErrorOptions) {
    super("TIMEOUT", message, options);
  }
}

/** The client was closed while, or before, a call was made. */
export class ClosedError extends DockerError {
  constructor() {
    super("CLOSED", "this client is closed; make a new one to reach the engine again");
  }
}

/** The engine and this client have no API version in common. */
export class ApiVersionError extends DockerError {
  constructor(message: string, options?: ErrorOptions) {
    super("API_VERSION", message, options);
  }
}

/** The answer is not what the protocol says: broken JSON, a cut off frame, no engine at all. */
export class ProtocolError extends DockerError {
  constructor(message: string, options?: ErrorOptions) {
    super("PROTOCOL", message, options);
  }
}

/** The engine could not go on with a container's output, and said why. */
export class StreamError extends DockerError {
  constructor(message: string) {
    super("STREAM", message);
  }
}

/** A pull, push, build, load, import or save failed after it had begun. */
export class ProgressError extends DockerError {
  /** The engine's own code in `errorDetail`, where it gives one. */
  readonly detailCode: number | undefined;

  constructor(message: string, detailCode?: number) {
    super("PROGRESS", message);
    this.detailCode = detailCode;
  }
}

/** Registry credentials are contradictory, incomplete or could not be had. */
export class CredentialsError extends DockerError {
  constructor(message: string, options?: ErrorOptions) {
    super("CREDENTIALS", message, options);
  }
}

/** An option or a setting of the environment does not work. Nothing was sent. */
export class ConfigError extends DockerError {
  /** The option, argument or environment variable that is wrong. */
  readonly option: string;

  constructor(option: string, message: string, options?: ErrorOptions) {
    super("CONFIG", `${option}: ${message}`, options);
    this.option = option;
  }
}

/** A file of this machine could not be read or written, or changed while it was read. */
export class LocalFileError extends DockerError {
  /** The file it is about. */
  readonly path: string;

  constructor(path: string, message: string, options?: ErrorOptions) {
    super("LOCAL_FILE", `${path}: ${message}`, options);
    this.path = path;
  }
}
