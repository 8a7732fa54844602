export type { ConnectionOptions, Pem, Timeouts, TlsOptions } from "../connection/options.js";
export { createTransport } from "./create.js";
export type { Answer, ApiClient, CallOptions, Transport } from "./transport.js";
