import { describe, expect, it } from 'vitest';
import { BadConfig, readConfig } from './config.ts';

describe('the configuration', () => {
  it('is whole where nothing is set, and empty is the same as unset', () => {
    const usual = readConfig({});
    expect(usual).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      origin: 'http://127.0.0.1:3000',
      seed: 'demonstration',
    });
    expect(readConfig({ PORT: '', SALIENT_PUBLISHER: '', SALIENT_ORIGIN: '' })).toEqual(usual);
    expect([usual.publisher, usual.contact]).toEqual([undefined, undefined]);
  });

  it('builds the origin from host and port, also for IPv6, and takes no slash at its end', () => {
    expect(readConfig({ HOST: '::1', PORT: '80' }).origin).toBe('http://[::1]:80');
    expect(readConfig({ SALIENT_ORIGIN: 'https://map.example//' }).origin).toBe('https://map.example');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000a'],
    ['PORT', '0'],
    ['SALIENT_STREAMS', 'many'],
    ['SALIENT_STREAMS_PER_ADDRESS', '-1'],
    ['SALIENT_SEED', 'all'],
    ['SALIENT_SEED', 'places'],
    ['SALIENT_ORIGIN', 'map.example'],
    ['SALIENT_ORIGIN', 'ftp://map.example'],
    ['SALIENT_EMBED_SITES', 'news.example'],
    ['SALIENT_EMBED_SITES', 'https://news.example/articles'],
    ['SALIENT_EMBED_SITES', "https://news.example; script-src 'unsafe-inline'"],
    ['SALIENT_EMBED_SITES', 'https://*'],
    ['SALIENT_CONTACT', 'https://['],
    ['SALIENT_CONTACT', 'https:'],
  ])('is refused in one line that names %s and what it was', (name, value) => {
    const attempt = () => readConfig({ [name]: value });
    expect(attempt).toThrow(BadConfig);
    expect(attempt).toThrow(new RegExp(`^${name} [^\\n]*"${value.replace(/[[\]*]/g, '\\$&')}"`));
  });

  it('takes a list of sites, with spaces or commas between them', () => {
    const { embedSites } = readConfig({
      SALIENT_EMBED_SITES: 'https://news.example, https://*.Paper.example\nhttp://localhost:8080',
    });
    expect(embedSites).toEqual(['https://news.example', 'https://*.paper.example', 'http://localhost:8080']);
  });

  it('takes a mail address, a web address or words as the contact', () => {
    for (const contact of [
      'desk@test.example',
      'https://test.example/contact?x=1',
      'Desk of the Test, Kyiv',
    ]) {
      expect(readConfig({ SALIENT_CONTACT: contact }).contact).toBe(contact);
    }
  });
});
