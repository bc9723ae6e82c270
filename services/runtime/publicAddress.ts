import { BlockList, isIPv4, isIPv6 } from 'node:net';

const inward = new BlockList();
// IANA special-purpose registries: this host, private, CGNAT, loopback, link-local, protocol, documentation, benchmarking, multicast, reserved.
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inward.addSubnet(net, prefix, 'ipv4');

// Only global unicast is public, less what stands for an IPv4 address (6to4, Teredo) or for documentation. IPv4-mapped is outside 2000::/3.
const outward = new BlockList();
outward.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [['2001::', 32], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) inward.addSubnet(net, prefix, 'ipv6');

/** Is this IP address one of the public Internet's? Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inward.check(address, 'ipv4');
  return isIPv6(address) && outward.check(address, 'ipv6') && !inward.check(address, 'ipv6');
}
