/** IP allowlists: one canonical form of what is written, and which addresses it allows. */
import { describe, expect, it } from 'vitest';
import {
  allowsAddress,
  ANYWHERE,
  isWithinAllowlist,
  MAX_NETWORKS,
  readIpAllowlist,
} from '../../src/credentials/ip-allowlist.js';

const problemOf = (...texts: string[]): string => {
  const read = readIpAllowlist(texts);
  return read !== null && 'problem' in read ? read.problem : '';
};

describe('an IP allowlist', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7/32'],
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1/128'],
    ['::/0', '::/0'],
    ['::ffff:192.0.2.7', '192.0.2.7/32'],
    ['::ffff:c000:200/120', '192.0.2.0/24'],
  ])('holds %s in the one form %s', (written, canonical) => {
    expect(readIpAllowlist([written])).toEqual([canonical]);
  });

  it.each([
    '',
    ' 192.0.2.7',
    '192.0.2',
    '192.0.2.256',
    '192.0.02.7',
    '0x7f.0.0.1',
    '2130706433',
    '192.0.2.0/33',
    '192.0.2.0/024',
    '192.0.2.0/-1',
    '192.0.2.0/',
    '192.0.2.0/24/24',
    '2001:db8::/129',
    '2001:db8:::1',
    'fe80::1%eth0',
    'fe80::1%eth0.100',
    '::192.0.2.7',
    '[::1]',
    'localhost',
    '192.0.2.7:80',
    '1.2.3.4\n5.6.7.8',
  ])('refuses %j, which is no network, and does not repeat it', (written) => {
    expect(problemOf('192.0.2.7', written)).toMatch(/^ipAllowlist\[1\] is no network\. Give /);
  });

  it.each([
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['192.0.2.129/25', '192.0.2.128/25'],
    ['2001:db8::1/32', '2001:db8::/32'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
    ['1.2.3.4/0', '0.0.0.0/0'],
  ])('refuses %s, which has host bits, and names the network that was meant, %s', (written, meant) => {
    expect(problemOf(written)).toContain(`Send ${meant} if you meant that network.`);
    expect(readIpAllowlist([meant])).toEqual([meant]);
  });

  it('is refused when it is empty, too long, or has a network twice, in whatever spelling', () => {
    expect(problemOf()).toMatch(/^"ipAllowlist" is empty/);
    const many = Array.from({ length: MAX_NETWORKS + 1 }, (_, index) => `10.0.0.${index}`);
    expect(problemOf(...many)).toContain(`more than ${MAX_NETWORKS}`);
    expect(readIpAllowlist(many.slice(1))).toHaveLength(MAX_NETWORKS);
    expect(problemOf('192.0.2.7', '::ffff:192.0.2.7')).toBe('ipAllowlist[1] is listed twice. List each network once.');
    expect(readIpAllowlist(null)).toBeNull();
  });

  it.each([
    [['192.0.2.0/24'], '192.0.2.255', true],
    [['192.0.2.0/24'], '::ffff:192.0.2.1', true],
    [['192.0.2.0/24'], '::FFFF:C000:0201', true],
    [['192.0.2.0/24'], '192.0.3.0', false],
    [['192.0.2.0/24'], '::192.0.2.1', false],
    [['192.0.2.0/24'], '64:ff9b::192.0.2.1', false],
    [['2001:db8::/32'], '2001:DB8:FFFF::', true],
    [['2001:db8::/32'], '2001:db9::', false],
    [['2001:db8::1/128'], '2001:0db8:0::0001', true],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['::/0'], '192.0.2.1', false],
    [['198.51.100.1/32', '::/0'], '2001:db8::1', true],
    [['0.0.0.0/0', '::/0'], 'unknown', false],
    [['0.0.0.0/0', '::/0'], '192.0.2.1, 192.0.2.2', false],
    [['0.0.0.0/0', '::/0'], null, false],
    [null, null, true],
    [['192.0.2.0/24'], ANYWHERE, true],
  ] as const)('%j, for %s: %s', (allowlist, address, allowed) => {
    expect(allowsAddress(allowlist, address)).toBe(allowed);
  });

  it.each([
    [['192.0.2.0/25', '192.0.2.7/32'], ['192.0.2.0/24'], true],
    [['192.0.2.0/24'], ['192.0.2.0/25', '192.0.2.128/25'], false],
    [['192.0.2.0/24'], ['192.0.2.0/24', '::/0'], true],
    [['::/0'], ['0.0.0.0/0'], false],
    [null, ['0.0.0.0/0', '::/0'], false],
    [['192.0.2.0/24'], null, true],
    [null, null, true],
  ] as const)('%j lies within %j: %s', (inner, outer, within) => {
    expect(isWithinAllowlist(inner, outer)).toBe(within);
  });
});
