export type {
  ConnectionOptions,
  Pem,
  PemFile,
  Timeouts,
  TlsOptions,
} from "../connection/options.js";
export { type ApiClient, createApiClient } from "./api.js";
export { createTransport } from "./create.js";
export type { Answer, CallOptions, EngineRequest, RequestBody, Transport } from "./transport.js";
