import { isIPv6 } from "node:net";
import type { Request } from "express";

/** Groups of 16 bits of an IPv6 address that name a network; the rest a machine in it gives itself, as often as it likes. */
const NETWORK_GROUPS = 4;

/** Who asks, to be fair to each: the address, of IPv6 the network (/64). */
export function clientOf({ ip = "" }: Pick<Request, "ip">): string {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(address) ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - behind.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...behind];
  return all
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
