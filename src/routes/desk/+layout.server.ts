import { deskFrame } from '#lib/server/desk/frame.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => ({ desk: deskFrame(locals, url) });
