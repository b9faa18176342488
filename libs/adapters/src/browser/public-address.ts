import { BlockList, isIP, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** IANA special-purpose IPv4 registry (RFC 6890 and successors): none of these is a public web server. */
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Holes in 2000::/3, outside of which no IPv6 address is public: Teredo and kin, documentation, 6to4. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) refused.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of NOT_PUBLIC_6) refused.addSubnet(net, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/**
 * True for an address on the public internet that is not this machine's own. Mapped (::ffff:), NAT64 (64:ff9b::),
 * unique-local, link-local and metadata addresses all fall outside: IPv6 is allowed by what is global, not by exclusion.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || ownAddresses().has(address)) return false;
  if (isIPv4(address)) return !refused.check(address, 'ipv4');
  return global6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

function ownAddresses(): Set<string> {
  return new Set(
    Object.values(networkInterfaces())
      .flat()
      .map((face) => face?.address ?? ''),
  );
}
