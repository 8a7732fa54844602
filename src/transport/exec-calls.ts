import type { Body, Result } from "../types.js";
import { call } from "./call.js";
import { hijack } from "./hijack.js";
import type { CallOptions, Transport, UpgradedAnswer } from "./transport.js";

/** The calls of an exec, one after the other. */
interface ExecCalls {
  create(body: Body<"ContainerExec">, signal: AbortSignal): Promise<string>;
  start(id: string, tty: boolean, signal: AbortSignal): Promise<UpgradedAnswer>;
  inspect(id: string, signal: AbortSignal): Promise<Result<"ExecInspect">>;
}

/**
 * The calls of `Exec` for `containers.exec`, which makes all of them at once.
 *
 * @param id - the container
 * @param own - options for every call
 */
export function execCalls(transport: Transport, id: string, own: CallOptions): ExecCalls {
  return {
    async create(body, signal) {
      const request = { path: { id }, body };
      const path = "/containers/{id}/exec";
      const options = { ...own, signal };
      return (await call(transport, "ContainerExec", "POST", path, request, options)).Id;
    },
    start(exec, Tty, signal) {
      const request = { path: { id: exec }, body: { Detach: false, Tty } };
      const options = { ...own, signal };
      return hijack(transport, "ExecStart", "POST", "/exec/{id}/start", request, options);
    },
    inspect(exec, signal) {
      const request = { path: { id: exec } };
      const options = { ...own, signal };
      return call(transport, "ExecInspect", "GET", "/exec/{id}/json", request, options);
    },
  };
}
