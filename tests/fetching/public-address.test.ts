import { describe, expect, it } from "vitest";
import { isPublicAddress } from "../../src/fetching/public-address.ts";

describe("isPublicAddress", () => {
  it.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])(
    "lets %s through",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ["this machine", "127.0.0.1"],
    ["this machine", "::1"],
    ["this machine in disguise", "::ffff:127.0.0.1"],
    ["this machine in an old disguise", "::127.0.0.1"],
    ["a home", "192.168.1.1"],
    ["an office", "10.20.30.40"],
    ["an office", "172.16.0.1"],
    ["a cloud's own service", "169.254.169.254"],
    ["a cloud's own service", "fd00:ec2::254"],
    ["a provider's network", "100.64.0.1"],
    ["a link", "fe80::1"],
    ["a group", "224.0.0.1"],
    ["everybody", "255.255.255.255"],
    ["nobody", "0.0.0.0"],
    ["nobody", "::"],
    ["examples", "2001:db8::1"],
    ["another network in a tunnel", "64:ff9b::7f00:1"],
    ["another network in a tunnel", "2002:7f00:1::"],
    ["no address", "localhost"],
    ["no address", ""],
  ])("keeps %s out: %s", (_what, address) => expect(isPublicAddress(address)).toBe(false));
});
