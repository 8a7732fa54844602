/**
 * Lists containers and goes idle: `idle-client.ts OPTIONS`. A program of its own, which ends by itself
 * if nothing of a client that was not closed holds it back. With `forever` after the options it stays.
 */
import { Docker } from "../../src/index.js";

const [options = "{}", forever] = process.argv.slice(2);
const docker = new Docker(JSON.parse(options));
console.log(JSON.stringify((await docker.containers.list({ all: true })).length));
if (forever) {
  const events = docker.system.events()[Symbol.asyncIterator]();
  await events.next();
}
