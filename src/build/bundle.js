import { rolldown } from 'rolldown';

/** Bundles `input` for Node into `dir`, packages included; returns the chunks written. */
export const bundle = async (input, dir, { minify = true } = {}) => {
  const build = await rolldown({ input, platform: 'node', logLevel: 'warn' });
  try {
    const { output } = await build.write({
      dir,
      format: 'esm',
      minify,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    });
    return output.filter(({ type }) => type === 'chunk');
  } finally {
    await build.close();
  }
};
