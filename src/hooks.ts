import type { Reroute } from '@sveltejs/kit';
import { splitLang } from '#lib/domain/view/address.ts';

/** `/uk/events` is the page `/events` in Ukrainian. */
export const reroute: Reroute = ({ url }) => splitLang(url.pathname).path;
