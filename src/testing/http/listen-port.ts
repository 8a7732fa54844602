import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";
import type { Place } from "./listen.js";

/** A port of this machine; any that is free for 0, and the same one after a pause. */
export async function listenAtPort(
  server: Server,
  wanted: number,
  address: string,
): Promise<Place> {
  server.listen(wanted, address);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    host: `tcp://${reachable(address)}:${port}`,
    path: "",
    port,
    pause: () => void server.close(),
    resume: () => void server.listen(port, address),
    remove: async () => {},
  };
}

/** What to connect to: who listens everywhere is here as well. */
function reachable(address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return address.includes(":") ? `[${address}]` : address;
}
