/** An answer that refuses a call: the engine's status and the engine's words. */
export class EngineError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "EngineError";
    this.status = status;
  }
}

export const badRequest = (message: string): EngineError => new EngineError(400, message);
export const forbidden = (message: string): EngineError => new EngineError(403, message);
export const notFound = (message: string): EngineError => new EngineError(404, message);
export const conflict = (message: string): EngineError => new EngineError(409, message);
export const systemError = (message: string): EngineError => new EngineError(500, message);
