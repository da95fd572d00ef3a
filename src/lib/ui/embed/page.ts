/** What the page on which a widget is made says and holds; see the server's builder. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly about?: string | undefined;
}

export interface FormView {
  readonly shows: readonly Option[];
  readonly place: {
    readonly id: string;
    readonly value: string;
    readonly found: string;
    readonly others: readonly { readonly href: string; readonly text: string }[];
  };
  readonly events: readonly Option[];
  readonly reports: readonly Option[];
  readonly area: string;
  readonly windows: readonly Option[];
  readonly days: readonly Option[];
  readonly day: { readonly value: string; readonly about: string };
  readonly compare: string;
  readonly least: string;
  readonly most: string;
  readonly around: string;
  readonly hasAround: boolean;
  readonly laters: readonly Option[];
  readonly layers: readonly Option[];
  readonly kinds: readonly Option[];
  readonly kept: string | undefined;
  readonly ratios: readonly Option[];
  readonly looks: readonly Option[];
  readonly fonts: readonly Option[];
  readonly langs: readonly Option[];
  readonly controls: readonly Option[];
  readonly accent: {
    readonly value: string;
    readonly shades: readonly {
      readonly paper: string;
      readonly shade: string;
      readonly text: string;
      readonly contrast: string;
    }[];
  };
  readonly picture: string;
}

type Said =
  | 'what'
  | 'place'
  | 'placeHint'
  | 'others'
  | 'event'
  | 'report'
  | 'choose'
  | 'area'
  | 'areaHint'
  | 'window'
  | 'compared'
  | 'earlier'
  | 'useAround'
  | 'whichDay'
  | 'day'
  | 'later'
  | 'layers'
  | 'kinds'
  | 'look'
  | 'ratio'
  | 'theme'
  | 'accent'
  | 'accentHint'
  | 'font'
  | 'lang'
  | 'controls'
  | 'picture'
  | 'pictureHint';
export type FieldWords = Readonly<Record<Said, string>>;
