import { taskSince } from "../../generated/since-task.js";
import { OutputStream } from "../streams/output.js";
import { call, open } from "../transport/call.js";
import { withSince } from "../transport/since.js";
import type { SwarmLogsQuery } from "../transport/swarm-logs.js";
import type { CallOptions, Transport } from "../transport/transport.js";
import type { Query, Result } from "../types.js";

/**
 * Tasks of a swarm: each is one container of a service, on one node, once.
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Task
 */
export class Tasks {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = withSince(transport, taskSince);
  }

  /**
   * Lists tasks, also those that are over, as far as the swarm remembers them.
   *
   * @param query - `filters`: `desired-state` (`running`, `shutdown`, `accepted`), `id`, `label`, `name`,
   * `node`, `service`
   * @throws {UnavailableError} when the engine is no swarm manager
   *
   * @example
   * ```ts
   * const tasks = await docker.tasks.list({ filters: { service: ["web"], "desired-state": ["running"] } });
   * for (const { Slot, Status } of tasks) console.log(Slot, Status.State);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Task/operation/TaskList
   */
  list(query: Query<"TaskList"> = {}, options?: CallOptions): Promise<Result<"TaskList">> {
    return call(this.#transport, "TaskList", "GET", "/tasks", { query }, options);
  }

  /**
   * Tells everything about a task.
   *
   * @param id - its id, or the unique beginning of it
   * @throws {NotFoundError} when there is no such task
   *
   * @example
   * ```ts
   * const { Status } = await docker.tasks.inspect("0kzzo1i0y4jz6027t0k7aezc7");
   * console.log(Status.State, Status.Err, Status.ContainerStatus?.ExitCode);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Task/operation/TaskInspect
   */
  inspect(id: string, options?: CallOptions): Promise<Result<"TaskInspect">> {
    const request = { path: { id } };
    return call(this.#transport, "TaskInspect", "GET", "/tasks/{id}", request, options);
  }

  /**
   * Reads what a task's container wrote, from whichever node it runs on. Whether it has a TTY is found
   * out.
   *
   * @param query - `stdout`, `stderr` (at least one of them), `follow`, `tail`, `since`, `timestamps`,
   * `details` (puts the ids of the node, the service and the task before every line)
   * @returns output that is asked for when it is read; leaving the loop ends the request
   * @throws {NotFoundError} when there is no such task
   *
   * @example
   * ```ts
   * const [task] = await docker.tasks.list({ filters: { service: ["web"] } });
   * const logs = docker.tasks.logs(task?.ID ?? "", { stdout: true, stderr: true, follow: true });
   * for await (const line of logs.lines()) console.log(line);
   * ```
   * @see https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Task/operation/TaskLogs
   */
  logs(id: string, query: SwarmLogsQuery, options?: CallOptions): OutputStream {
    return new OutputStream(async () => {
      // A Date is written as the seconds that the API's type asks for.
      const request = { path: { id }, query: query as Query<"TaskLogs"> };
      const path = "/tasks/{id}/logs";
      const answer = await open(this.#transport, "TaskLogs", "GET", path, request, options);
      const { swarmLogs } = await import("../transport/swarm-logs.js");
      return swarmLogs(this.#transport, answer, async () => (await this.inspect(id, options)).Spec);
    });
  }
}
