import { frameOf } from '#lib/server/pages/frame.ts';
import { previewOf } from '#lib/server/pages/preview.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, route }) => {
  const asked = await locals.asked();
  return {
    frame: frameOf(asked, locals.config, url, route.id),
    preview: previewOf(asked, locals.config, url),
  };
};
