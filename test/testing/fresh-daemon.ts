import { afterEach, beforeEach } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";

/** Those of the test that runs, in a file that calls {@link useFreshDaemon}. */
export let daemon: MockDaemon;
export let docker: Docker;

/** Gives each test of a file a mock daemon with the image `app:1`, and a client of it. */
export function useFreshDaemon(): void {
  beforeEach(() => {
    daemon = new MockDaemon({ images: ["app:1"] });
    docker = new Docker({ dispatcher: daemon.dispatcher });
  });
  afterEach(async () => {
    await docker.close();
    await daemon.close();
  });
}
