import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { lookAtImage } from "./images.js";
import type { AnswerScenario } from "./scenario.js";

/** Images that come and go: what a real registry is needed for. */
export function ofRegistry(registry: {
  address: string;
  username: string;
  password: string;
}): readonly AnswerScenario[] {
  const { address, username, password } = registry;
  const auth = { username, password, serveraddress: address };
  const registryAuth = { registryAuth: auth };
  return [
    {
      title: "an image that is pushed and pulled, line by line",
      operations: ["ImagePush", "ImageCreate", "ImageList", "ImageDelete"],
      async run(setting) {
        const { docker, image, name, later } = setting;
        const repo = `${address}/${name}`;
        await docker.images.tag(image, { repo, tag: "1" });
        later(() => docker.images.remove(`${repo}:1`, { force: true }));
        const { digest } = await docker.images.push(`${repo}:1`, {}, registryAuth);
        await docker.images.push(`${repo}:1`).catch(() => {});
        await docker.images.push(`${repo}:2`, {}, registryAuth).catch(() => {});
        await lookAtImage(setting, `${repo}:1`);
        await docker.images.remove(`${repo}:1`);
        await docker.images.pull(`${repo}:1`, {}, registryAuth);
        await docker.images.pull(`${repo}:1`, {}, registryAuth);
        await docker.images.pull(`${repo}:2`, {}, registryAuth).catch(() => {});
        await docker.images.pull(`${repo}:1`).catch(() => {});
        await docker.images.remove(`${repo}:1`);
        later(() => docker.images.remove(`${repo}@${digest}`, { force: true }));
        await docker.images.pull(`${repo}@${digest}`, {}, registryAuth);
        await lookAtImage(setting, `${repo}@${digest}`);
      },
    },
    {
      title: "an image that is only in a registry",
      operations: ["DistributionInspect"],
      async run({ docker, image, name, later }) {
        const repo = `${address}/${name}`;
        await docker.images.tag(image, { repo, tag: "1" });
        later(() => docker.images.remove(`${repo}:1`, { force: true }));
        await docker.images.push(`${repo}:1`, {}, registryAuth);
        await docker.images.remove(`${repo}:1`);
        await docker.distribution.inspect(`${repo}:1`).catch(() => {});
        await docker.distribution.inspect(`${repo}:1`, registryAuth);
      },
    },
    {
      title: "credentials that a registry accepts, and some that it refuses",
      operations: ["SystemAuth"],
      async run({ docker }) {
        await docker.system.auth(auth);
        await docker.system.auth({ ...auth, password: "wr0ng-pass" }).catch(() => {});
      },
    },
    {
      title: "a search in a registry of the old kind, which has one",
      operations: ["ImageSearch"],
      async run({ docker, name }) {
        await using index = await searchableIndex(hostOf(address), name);
        const [found] = await docker.images.search({ term: `${index.address}/${name}` });
        if (found?.name !== name) throw new Error("It was not found");
      },
    },
  ];
}

const hostOf = (address: string): string => address.replace(/:\d+$/, "");

/** Registries of today have no search; the engine asks as Docker Hub is asked. */
async function searchableIndex(
  host: string,
  name: string,
): Promise<{ address: string } & AsyncDisposable> {
  const result = { name, description: "of a test", is_official: false, star_count: 1 };
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.setHeader("x-docker-registry-version", "0.6.8");
    const isSearch = request.url?.startsWith("/v1/search");
    response.end(JSON.stringify(isSearch ? { num_results: 1, results: [result] } : true));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `${host}:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
