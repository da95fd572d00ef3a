/** Pieces in which a file that lies in memory is read, so that others are answered between. */
const PIECE = 1 << 18;

export interface FormFile {
  readonly name: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** The file of a form that a page sent. */
export function fileIn(form: FormData): FormFile | undefined {
  const [file, name] = [form.get('file'), form.get('name')];
  if (!(file instanceof Blob)) return undefined;
  return {
    name:
      typeof name === 'string' && name !== '' ? name.slice(-200) : 'name' in file ? String(file.name) : '',
    size: file.size,
    open: async function* () {
      for (let at = 0; at < file.size; at += PIECE)
        yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    },
  };
}

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
