import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMA_FILES, schemaText } from './schemas.ts';

it.each(Object.keys(SCHEMA_FILES) as (keyof typeof SCHEMA_FILES)[])(
  'the shipped %s is what the domain says (npm run geodata:schemas writes it)',
  (name) => {
    expect(readFileSync(`geodata/schemas/${name}`, 'utf8')).toBe(schemaText(name));
  },
);
