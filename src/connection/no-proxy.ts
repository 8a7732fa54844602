import { BlockList, isIP } from "node:net";

/**
 * Whether a host is reached without a proxy: one of this machine, or one that `NO_PROXY` names by
 * its name, by a domain (`example.com` or `.example.com`), by its address, by a network
 * (`10.0.0.0/8`), each also with a port; `*` is every host.
 */
export function isExempt(engine: URL, noProxy = ""): boolean {
  const host = engine.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || isWithin(host, "127.0.0.0/8") || host === "::1") return true;
  const port = engine.port || (engine.protocol === "https:" ? "443" : "80");
  const entries = noProxy.toLowerCase().split(/[\s,]+/);
  return entries.filter(Boolean).some((entry) => isNamed(host, port, entry));
}

function isNamed(host: string, port: string, entry: string): boolean {
  if (entry === "*") return true;
  if (entry.includes("/")) return isWithin(host, entry);
  const [, bracketed, name = bracketed ?? entry, only] =
    (isIP(entry) ? null : /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry)) ?? [];
  if (only !== undefined && only !== port) return false;
  if (isIP(host)) return isIP(name) !== 0 && isWithin(host, name);
  const domain = name.replace(/^\*?\./, "");
  // With a dot before it, it is the names below the domain only.
  return host.endsWith(`.${domain}`) || (host === domain && domain === name);
}

/** Whether an address is of a network; an address alone is a network of one. */
function isWithin(host: string, network: string): boolean {
  const [address = "", prefix] = network.split("/");
  const version = isIP(address);
  if (!version || isIP(host) !== version) return false;
  const bits = prefix === undefined ? version * 16 + (version === 6 ? 32 : -32) : Number(prefix);
  const family = version === 6 ? "ipv6" : "ipv4";
  const list = new BlockList();
  try {
    list.addSubnet(address, bits, family);
  } catch {
    // What is no network names nothing.
    return false;
  }
  return list.check(host, family);
}
