/** Test texts in the encodings that intake reads, without any decoder of the tool's own. */

/** The few characters of the tests that have two bytes in GB18030, and one that has four. */
const TWO_BYTES: Readonly<Record<string, string>> = {
  年: 'c4ea',
  度: 'b6c8',
  街: 'bdd6',
  道: 'b5c0',
  小: 'd0a1',
  区: 'c7f8',
  创: 'b4b4',
  建: 'bda8',
  等: 'b5c8',
  级: 'bcb6',
  梅: 'c3b7',
  沙: 'c9b3',
  一: 'd2bb',
  二: 'b6fe',
  村: 'b4e5',
  标: 'b1ea',
  兵: 'b1f8',
  先: 'cfc8',
  进: 'bdf8',
  龦: '82358f33',
};

export const gb18030 = (text: string): Buffer =>
  Buffer.concat(
    [...text].map((character) => {
      if (character.charCodeAt(0) < 0x80) return Buffer.from(character, 'latin1');
      const bytes = TWO_BYTES[character];
      if (bytes === undefined) throw new Error(`no GB18030 bytes for ${character}`);
      return Buffer.from(bytes, 'hex');
    }),
  );

export const utf8Bom = (text: string): Buffer => Buffer.from(`\ufeff${text}`);

export const utf16le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

export const utf16be = (text: string): Buffer => utf16le(text).swap16();
