// What a reader needs only after the page has come to life: cards, tools, layers, filters, keys. A page of its own in the build, so that
// the first one stays small.
import { swatchSvg } from '#lib/look/swatches.ts';
import Filters from '#lib/ui/filters/Filters.svelte';
import Hidden from '#lib/ui/filters/Hidden.svelte';
import { notShown } from '#lib/ui/filters/layers.ts';
import Layers from '#lib/ui/filters/Layers.svelte';
import { Combobox } from '#lib/ui/search/combobox.svelte.ts';
import Results from '#lib/ui/search/Results.svelte';
import Editions from '#lib/ui/share/Editions.svelte';
import Foot from '#lib/ui/Foot.svelte';
import DayForm from '#lib/ui/timeline/DayForm.svelte';
import More from '#lib/ui/timeline/More.svelte';
import { Player } from '#lib/ui/timeline/player.ts';
import Tempo from '#lib/ui/timeline/Tempo.svelte';
import Cards from './Cards.svelte';
import { chooseFlip } from './choose-flip.ts';
import Days from './Days.svelte';
import Grip from './Grip.svelte';
import { dragSheet } from './drag-sheet.ts';
import { facetsOf } from './facets-of.ts';
import { grouperOf } from '#lib/scene/grouper.ts';
import { knownFormOf, linksOf } from './links.ts';
import MenuDrop from './MenuDrop.svelte';
import Over from './Over.svelte';
import { pressed } from './keys.ts';
import { picked } from './picked.ts';
import { reviewedOf } from './reviewed-of.ts';
import { entitle } from './title.ts';
import Tools from './Tools.svelte';

export const late = {
  Cards,
  chooseFlip,
  Days,
  dragSheet,
  Editions,
  entitle,
  facetsOf,
  Filters,
  Foot,
  Grip,
  grouperOf,
  Hidden,
  knownFormOf,
  Layers,
  linksOf,
  MenuDrop,
  notShown,
  Over,
  Player,
  picked,
  pressed,
  reviewedOf,
  search: { Combobox, Results },
  swatchSvg,
  time: { DayForm, More, Tempo },
  Tools,
};
export type Late = typeof late;
