import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

/** The names in front of the table of the library in the README. */
const documented = (): string[] => {
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.slice(readme.indexOf('## Use it as a library'), readme.indexOf('## Development'));
  const names = [...section.matchAll(/^\| `(\w+)|`([A-Z]+)`/gmu)].map(([, first, constant]) => first ?? constant!);
  return [...new Set(names)].sort();
};

/** What a module of declarations exports as values. */
const declared = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export \{([^}]*)\}/gmu)]
    .flatMap(([, list]) => list!.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[a-z]\w*$|^[A-Z_]+$/u.test(name))
    .sort();

test('the built library exports the documented names and no other', async () => {
  const built = await import(/* @vite-ignore */ pathToFileURL('dist/index.js').href);
  expect(Object.keys(built).sort()).toEqual(documented());
  expect(documented()).toContain('assessEach');
});

test('its types declare the same, each by its name', () => {
  expect(declared('dist/index.d.ts')).toEqual(documented());
  expect(readFileSync('dist/index.d.ts', 'utf8')).not.toMatch(/export (?:type )?\*/u);
});
