import { expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

it("an engine has no plugins, and the mock daemon installs none", async () => {
  await using daemon = new MockDaemon();
  await using docker = new Docker({ dispatcher: daemon.dispatcher });
  expect(await docker.plugins.list()).toEqual([]);
  await expect(docker.plugins.inspect("x")).rejects.toEqual(error(404, 'plugin "x" not found'));
  await expect(docker.plugins.remove("x")).rejects.toEqual(error(404, 'plugin "x" not found'));
  await expect(docker.plugins.privileges("x")).rejects.toEqual(
    error(501, "the mock daemon does not install plugins"),
  );
});
