import type { Form } from './form.ts';
import type { PlaceChoice } from '#lib/ui/desk/place-choice.ts';

/** Take a place that an editor chose: what follows from it stands there to be seen, where nothing stood before. */
export function acceptPlace(form: Form, place: PlaceChoice | undefined): void {
  form.set(['location', 'place'], place?.id);
  if (!place) return;
  if (form.at(['theatre']) === undefined)
    form.set(
      ['theatre'],
      place.country === 'UA' ? 'ukraine' : place.country === 'RU' ? 'russia' : 'elsewhere',
    );
  const precision = form.at(['location', 'precision']);
  if (
    form.at(['point']) === undefined &&
    precision !== undefined &&
    precision !== 'oblast' &&
    precision !== 'country'
  )
    form.set(['point'], place.point);
}
