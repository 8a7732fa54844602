import { badRequest, conflict, notFound } from "../http/engine-error.js";
import { checkContainerName } from "../names.js";
import type { Container } from "./container.js";

/** The containers an engine has. */
export class Containers {
  readonly #stored = new Map<string, Container>();

  /** Newest first. */
  all(): Container[] {
    return [...this.#stored.values()].reverse();
  }

  add(container: Container): void {
    this.#stored.set(container.id, container);
  }

  delete(container: Container): void {
    this.#stored.delete(container.id);
  }

  /** By id, name (with or without its slash) or the beginning of an id. */
  get(term: string): Container {
    if (term === "") throw badRequest('invalid name or ID supplied: ""');
    const found = this.#stored.get(term) ?? this.byName(term.replace(/^\//, ""));
    if (found !== undefined) return found;
    const candidates = this.all().filter(({ id }) => id.startsWith(term));
    const [only] = candidates;
    if (candidates.length > 1) throw badRequest(`multiple IDs found with provided prefix: ${term}`);
    if (only === undefined) throw notFound(`No such container: ${term}`);
    return only;
  }

  byName(name: string): Container | undefined {
    return this.all().find((container) => container.name === name);
  }

  /** Refuses a name that is wrong or taken; answers it without its slash. */
  freeName(name: string): string {
    checkContainerName(name);
    const bare = name.replace(/^\//, "");
    const owner = this.byName(bare);
    if (owner === undefined) return bare;
    throw conflict(
      `Conflict. The container name "/${bare}" is already in use by container "${owner.id}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
  }
}

/** What the engine calls a container that has to run and does not. */
export const notRunning = ({ id }: Container): string => `container ${id} is not running`;
