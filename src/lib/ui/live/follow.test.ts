import { describe, expect, it } from 'vitest';
import { Follow, type Ports } from './follow.ts';

/** A browser whose time is moved by hand. */
function aBrowser() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  const streams: { told: (n: number) => void; lost: () => void; open: boolean }[] = [];
  const browser = {
    newest: 2 as number | undefined,
    asked: 0,
    streams,
    get open() {
      return streams.filter((s) => s.open);
    },
    get waiting() {
      return timers.length;
    },
    /** Time goes by, and what was waiting for it runs. */
    async pass(ms: number) {
      const until = time + ms;
      for (;;) {
        const next = timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        time = Math.max(time, next.at);
        timers = timers.filter((t) => t !== next);
        next.run();
        await Promise.resolve();
        await Promise.resolve();
      }
      time = until;
    },
    /** The device sleeps: its clock goes on, and nothing runs. */
    sleep(ms: number) {
      time += ms;
    },
  };
  const ports: Ports = {
    open(told, lost) {
      const stream = { told, lost, open: true };
      streams.push(stream);
      return () => {
        stream.open = false;
      };
    },
    ask: () => {
      browser.asked += 1;
      return Promise.resolve(browser.newest);
    },
    now: () => time,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
    random: () => 0.5,
  };
  return { browser, ports };
}

describe('following editions', () => {
  it('is by one stream, and nothing is asked besides while it is open', async () => {
    const { browser, ports } = aBrowser();
    const heard: number[] = [];
    new Follow(ports, (n) => heard.push(n)).start();
    browser.open[0]?.told(2);
    await browser.pass(3_600_000);
    browser.open[0]?.told(3);
    expect([heard, browser.streams.length, browser.asked]).toEqual([[2, 3], 1, 0]);
  });

  it('goes on by asking now and then where there is no room on the stream, and comes back to it', async () => {
    const { browser, ports } = aBrowser();
    const heard: number[] = [];
    new Follow(ports, (n) => heard.push(n)).start();
    browser.open[0]?.lost();
    expect(browser.open).toHaveLength(0);
    browser.newest = 3;
    await browser.pass(150_000);
    expect(browser.asked).toBe(0);
    await browser.pass(150_000);
    expect([heard, browser.asked, browser.open.length]).toEqual([[3], 1, 1]);
    // Nobody answers: that is no news, and it is tried again as rarely.
    browser.newest = undefined;
    browser.open[0]?.lost();
    await browser.pass(300_000);
    expect([heard, browser.asked, browser.open.length]).toEqual([[3], 2, 1]);
  });

  it('opens the stream anew after the device slept, and only then', async () => {
    const { browser, ports } = aBrowser();
    new Follow(ports, () => {}).start();
    await browser.pass(600_000);
    expect(browser.streams).toHaveLength(1);
    browser.sleep(900_000);
    await browser.pass(30_000);
    expect([browser.streams.length, browser.open.length]).toEqual([2, 1]);
    await browser.pass(600_000);
    expect(browser.streams).toHaveLength(2);
  });

  it('leaves nothing open and nothing waiting when it stops, also while it asks', async () => {
    const { browser, ports } = aBrowser();
    const heard: number[] = [];
    const follow = new Follow(ports, (n) => heard.push(n));
    follow.start();
    follow.start();
    expect(browser.open).toHaveLength(1);
    browser.open[0]?.lost();
    const passing = browser.pass(300_000);
    follow.stop();
    await passing;
    expect([heard, browser.open.length, browser.waiting]).toEqual([[], 0, 0]);
  });
});
