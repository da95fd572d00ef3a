import sax from 'sax';

/** Why a text is not read as XML. */
export type XmlFault =
  { readonly code: 'doctype' } | { readonly code: 'broken'; readonly line: number; readonly message: string };

export class UnreadableXml extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** What is told of elements; names are without the prefix of their namespace. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** @param text the words that stand in it, behind the last element within */
  close(name: string, text: string): void;
  /** More words of an element that is open, before `close` has them all. */
  text?(more: string): void;
}

export interface XmlReader {
  write(part: string): void;
  end(): void;
}

/** Elements within each other: nobody nests so deep by intent. */
const DEEPEST = 200;

/**
 * Read XML piece by piece. A document type is refused whatever it says, so that nothing can name another file or grow
 * out of a few letters. `write` and `end` throw `UnreadableXml`, and what the handler throws.
 */
export function xmlReader(handler: XmlHandler): XmlReader {
  const parser = sax.parser(true, { trim: false, position: true });
  let fault: Error | undefined;
  let text: string[] = [];
  let depth = 0;
  const fail = (own: XmlFault): void => void (fault ??= new UnreadableXml(own));
  const broken = (message: string): void =>
    fail({ code: 'broken', line: parser.line + 1, message: (message.split('\n')[0] ?? '').slice(0, 120) });
  const told = (work: () => void): void => {
    if (fault) return;
    try {
      work();
    } catch (error) {
      fault = error instanceof Error ? error : new Error(String(error));
    }
  };
  parser.ondoctype = () => fail({ code: 'doctype' });
  parser.onerror = (error) => broken(error.message);
  parser.onopentag = ({ name, attributes }) => {
    text = [];
    depth += 1;
    if (depth > DEEPEST) broken('elements stand too deep within each other');
    told(() => handler.open(bare(name), attributes as Record<string, string>));
  };
  const add = (more: string): void => {
    text.push(more);
    told(() => handler.text?.(more));
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onclosetag = (name) => {
    const said = text.join('');
    text = [];
    depth -= 1;
    told(() => handler.close(bare(name), said));
  };
  const run = (work: () => void): void => {
    try {
      if (!fault) work();
    } catch (error) {
      broken(error instanceof Error ? error.message : String(error));
    }
    if (fault) throw fault;
  };
  return { write: (part) => run(() => parser.write(part)), end: () => run(() => parser.close()) };
}

const bare = (name: string): string => name.replace(/^.*:/, '');
