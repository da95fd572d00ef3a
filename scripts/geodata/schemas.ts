// Writes the JSON Schema files beside the shipped data from the schemas of the domain, so that an editor of a file
// is helped by their tools. `--check` writes nothing and fails where a file is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FILES, schemaText } from '#lib/server/geodata/schemas.ts';

const folder = join('geodata', 'schemas');
const check = process.argv.includes('--check');
let stale = 0;
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SCHEMA_FILES) as (keyof typeof SCHEMA_FILES)[]) {
  const path = join(folder, name);
  const text = schemaText(name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) {
    stale += 1;
    console.error(`${path} is out of date; run npm run geodata:schemas`);
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
