/** IP allowlists: the networks that a credential may be used from, as CIDR texts in one canonical form. */
import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { BadInput } from '../errors.js';

/** The most networks of one allowlist. */
export const MAX_NETWORKS = 50;

/** The networks that a credential may be used from; null for any address. */
export type IpAllowlist = readonly string[] | null;

/** The address of a request; null when it is unknown; {@link ANYWHERE} for an action that needs no allowed address. */
export type Origin = string | null | typeof ANYWHERE;

/** Stands for an allowed address, for actions that any address may do: the revocation of a secret by somebody who found it. */
export const ANYWHERE = Symbol('anywhere');

type Network = [address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** An input that is not accepted: what is wrong with its networks, and what to send instead. */
interface BadAllowlist {
  readonly problem: string;
}

/** Whether an input was not accepted. */
export const isProblem = (read: IpAllowlist | BadAllowlist): read is BadAllowlist => read !== null && 'problem' in read;

/**
 * Reads the networks of an input: addresses and CIDR, of IPv4 and IPv6. Returns them in canonical form, null for any address,
 * or a `problem` that says what is wrong with the first invalid one and what to send instead.
 */
export function readIpAllowlist(texts: readonly string[] | null | undefined): IpAllowlist | BadAllowlist {
  if (texts === null || texts === undefined) return null;
  if (texts.length === 0)
    return { problem: '"ipAllowlist" is empty, so that no address could use it. Leave it out to allow every address.' };
  if (texts.length > MAX_NETWORKS)
    return { problem: `"ipAllowlist" has more than ${MAX_NETWORKS} networks. Combine some into larger ones.` };
  const networks: string[] = [];
  for (const [index, text] of texts.entries()) {
    const at = `ipAllowlist[${index}]`;
    const network = networkOf(text);
    if (!network)
      return { problem: `${at} is no network. Give an address or CIDR, as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.` };
    const [address, prefix] = network;
    const base = baseOf(network);
    if (base !== address.toString())
      return { problem: `${at} has bits set after its prefix. Send ${base}/${prefix} if you meant that network.` };
    const canonical = `${base}/${prefix}`;
    if (networks.includes(canonical)) return { problem: `${at} is listed twice. List each network once.` };
    networks.push(canonical);
  }
  return networks;
}

/** As {@link readIpAllowlist}, for a change, which must give a value. @throws BadInput for undefined. */
export function readNewIpAllowlist(texts: readonly string[] | null | undefined): ReturnType<typeof readIpAllowlist> {
  if (texts === undefined) throw new BadInput('Give "ipAllowlist": a list of networks, or null for any address.');
  return readIpAllowlist(texts);
}

/** Whether a credential with this allowlist may be used from an address, in any notation. False for an unknown address. */
export function allowsAddress(allowlist: IpAllowlist, origin: Origin): boolean {
  if (allowlist === null || origin === ANYWHERE) return true;
  const address = origin === null ? undefined : addressOf(origin);
  return address !== undefined && allowlist.some((network) => covers(network, [address, bitsOf(address)]));
}

/** Whether every address that `inner` allows is allowed by `outer`. */
export const isWithinAllowlist = (inner: IpAllowlist, outer: IpAllowlist): boolean =>
  outer === null || (inner?.every((network) => outer.some((one) => covers(one, ipaddr.parseCIDR(network)))) ?? false);

/** Whether a stored network contains another one. */
function covers(network: string, [address, prefix]: Network): boolean {
  const [base, length] = ipaddr.parseCIDR(network);
  return base.kind() === address.kind() && length <= prefix && address.match([base, length]);
}

/** Parses a network; undefined for any other text. An IPv4-mapped IPv6 network becomes an IPv4 network. */
function networkOf(text: string): Network | undefined {
  const [, written = '', length] = /^([0-9a-fA-F.:]{2,45})(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const address = parse(written);
  if (!address) return undefined;
  const prefix = length === undefined ? bitsOf(address) : Number(length);
  if (prefix > bitsOf(address)) return undefined;
  const mapped = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && prefix >= 96;
  return mapped ? [address.toIPv4Address(), prefix - 96] : [address, prefix];
}

/** Parses an address; undefined for any other text. An IPv4-mapped IPv6 address, as sockets have, becomes an IPv4 address. */
function addressOf(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const address = parse(text);
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** Parses an address by the strict rules of Node; undefined for any other text, and for a zone that the library does not know. */
function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // The library takes the IPv6 address ::192.0.2.7 for the IPv4-mapped ::ffff:192.0.2.7.
  if (!isIPv4(text) && (!isIPv6(text) || (text.startsWith('::') && isIPv4(text.slice(2))))) return undefined;
  return ipaddr.isValid(text) ? ipaddr.parse(text) : undefined;
}

const bitsOf = (address: ipaddr.IPv4 | ipaddr.IPv6): number => address.toByteArray().length * 8;

/** The first address of a network. */
const baseOf = ([address, prefix]: Network): string =>
  (address instanceof ipaddr.IPv4 ? ipaddr.IPv4 : ipaddr.IPv6)
    .networkAddressFromCIDR(`${address.toString()}/${prefix}`)
    .toString();
