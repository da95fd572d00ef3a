import { describe, expect, it } from 'vitest';
import { hookFault, isPublicAddress } from './address.ts';

describe('an address that is called', () => {
  it.each(['1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
    'may be out there: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
    '1',
    '0x7f000001',
  ])('is not ours or of a neighbour: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    ['https://hooks.news.example/map', undefined],
    ['http://1.1.1.1:8080/', undefined],
    ['ftp://news.example/', 'unread'],
    ['news.example', 'unread'],
    ['javascript:alert(1)', 'unread'],
    ['https://user:word@news.example/', 'unread'],
    [`https://news.example/${'x'.repeat(500)}`, 'unread'],
    ['http://localhost:3000/', 'private'],
    ['http://intranet/', 'private'],
    ['http://printer.local/', 'private'],
    ['http://127.0.0.1/', 'private'],
    // However it is written, it is the same machine.
    ['http://2130706433/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::ffff:10.0.0.1]/', 'private'],
  ])('%s: %s', (text, fault) => {
    expect(hookFault(text)).toBe(fault);
  });
});
