import { BlockList, isIP } from 'node:net';

/** What of the internet's addresses leads to a machine, a network or a neighbour of ours, or to nobody. */
const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of the addresses of version 6 that are handed out, those that stand for others or are for books. */
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const refused = new BlockList();
for (const [all, type] of [
  [V4, 'ipv4'],
  [V6, 'ipv6'],
] as const)
  for (const range of all) {
    const [network = '', bits] = range.split('/');
    refused.addSubnet(network, Number(bits), type);
  }
/** All that is handed out of version 6. Mapped, translated, local and group addresses lie outside of it. */
const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is of a machine out there that may be called, and none of ours or of our neighbours. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      // A zone names a wire of this machine.
      return !address.includes('%') && handedOut.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}

/** What is wrong with an address that is to be called; undefined where nothing is, as far as it can be seen. */
export function hookFault(text: string): 'unread' | 'private' | undefined {
  if (text.length > 500 || !URL.canParse(text)) return 'unread';
  const { protocol, hostname, username, password } = new URL(text);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return 'unread';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'private';
  return /(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host) || !host.includes('.')
    ? 'private'
    : undefined;
}
