import type { Day } from '#lib/domain/time/day.ts';
import { address } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { isPlain } from '#lib/ui/cards/plain-click.ts';
import type { Speed } from '#lib/ui/timeline/player.ts';
import { mediumDay } from '#lib/words/dates.ts';
import { mapWords } from '#lib/words/map.ts';
import { pageWords } from '#lib/words/page.ts';

import type { Boot } from './boot.ts';
import type { Late } from './late.ts';
import { ReaderState } from './state.svelte.ts';
import type { Atlas } from '#lib/scene/map-data.ts';

/** The state with what stands around the map: words, links, notes, playing. */
export class Reader extends ReaderState {
  /** The view with which the page came. */
  readonly opened: View;
  playing = $state(false);
  speed = $state<Speed>(1);
  changesOnly = $state(false);
  /** What plays the days; there once its code has been fetched. */
  readonly player = $derived.by(() => {
    if (!this.late) return undefined;
    return new this.late.Player(
      {
        where: () => ({ day: this.day, ...this.ends }),
        next: (changesOnly) => (changesOnly ? this.timeline.steps.changeAfter : this.timeline.steps.after),
        show: (day, settled) => {
          this.setDay(day, settled);
          return this.map.drawn();
        },
        changed: ({ playing, speed, changesOnly }) => {
          this.playing = playing;
          this.speed = speed;
          this.changesOnly = changesOnly;
        },
      },
      {
        now: () => performance.now(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      },
    );
  });
  /** Open the help, and close the card that is open; the components that can are the ones that say how. */
  help: () => void = () => {};
  close: () => void = () => this.open(undefined);

  constructor(boot: Boot, atlas: Atlas, late?: Late) {
    super(boot, atlas);
    this.late = late;
    this.opened = boot.view;
    this.map.onpicked = (what) => this.late?.picked(this, what);
  }

  /** A day was chosen on the timeline. */
  toDay(day: Day | undefined, settled: boolean): void {
    if (day !== undefined) this.setDay(day, settled);
  }

  /** Notes about the address, as long as nothing was changed; and what the days outside of the ledgers mean. */
  readonly notes = $derived.by(() => {
    const { opens, lastReviewed } = this.atlas.control;
    const t = pageWords[this.lang];
    const { view, scene } = this.told;
    const isOutside = opens && lastReviewed && (scene.day < opens || scene.day > lastReviewed);
    if (view === this.opened) return this.boot.frame.notes;
    // Which edition this is stays said, whatever is changed.
    const lasting = this.boot.frame.notes.filter((note) => note.link);
    return isOutside
      ? [
          ...lasting,
          { text: t.outsideLedger(mediumDay(this.lang, opens), mediumDay(this.lang, lastReviewed)) },
        ]
      : lasting;
  });

  /** Navigation, language and theme, for the view as it is now. */
  readonly bar = $derived.by(() => {
    const { frame } = this.boot;
    const { view } = this.told;
    const themes = (['system', 'light', 'dark'] as const).map((theme, i) => ({
      text: frame.themes[i]?.text ?? theme,
      href: this.hrefOf({ ...view, theme }),
      current: view.theme === theme,
    }));
    const languages = frame.languages.map((link) => ({
      ...link,
      href: address(link.lang === 'uk' ? 'uk' : 'en', '/', view),
    }));
    return { ...frame, themes, languages };
  });

  /** A click on a theme changes it in place; every other link is followed. */
  pickBar = (event: MouseEvent, href: string): void => {
    if (!this.live || !isPlain(event)) return;
    const index = this.bar.themes.findIndex((link) => link.href === href);
    if (index < 0) return;
    event.preventDefault();
    this.change({ theme: (['system', 'light', 'dark'] as const)[index] ?? 'system' }, 'replace');
  };

  /** The line at the foot of the map: what these data are, which edition, and how old the line is. */
  readonly pill = $derived.by(() => {
    const { control, edition } = this.atlas;
    const t = pageWords[this.lang];
    const reviewed = control.lastReviewed;
    return [
      this.synthetic ? this.words.synthetic : '',
      control.demonstration ? mapWords[this.lang].demonstration(control.resolution_m) : '',
      edition.number > 0 ? t.edition(edition.number) : '',
      reviewed
        ? `${t.reviewed(mediumDay(this.lang, reviewed))}${this.boot.old ? `: ${t.notToday}` : ''}`
        : '',
    ].filter(Boolean);
  });
  /** Whether the edition holds events that were made up to try the site. */
  get synthetic(): boolean {
    return [...this.atlas.catalogue.reports.values()].some((r) => r.publisher.startsWith('Synthetic'));
  }
  readonly notShown = $derived.by(() => this.late?.notShown(this.view, this.lang));

  /** What is wrong now, in words, with a way to try again where there is one. */
  readonly troubles = $derived.by(() => {
    const words = {
      graphics: this.words.noGraphics,
      lost: this.words.graphicsLost,
      basemap: this.words.noBasemap,
      names: this.words.noNames,
    };
    return [
      ...(this.offline ? [{ text: this.words.offlineNow, retry: undefined }] : []),
      ...[...this.map.troubles].map(([what, retry]) => ({ text: words[what], retry })),
    ];
  });

  /** Where a search is asked, in the edition that is shown. */
  findHref(what: Record<string, string>): string {
    const { edition, known } = this.view;
    return address('en', '/find.json', { ...DEFAULT_VIEW, edition, known }, { ...what, lang: this.lang });
  }
}
