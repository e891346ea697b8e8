/** SARIF takes `{0}` for a placeholder and `[text](target)` for a link: braces are doubled, brackets escaped (§3.11). */
export const sarifText = (text: string): string => text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');

const ABSOLUTE = /^(?:\/|[A-Za-z]:\/)/;

const encoded = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A path with `/` as a URI: relative to where the command ran, or `file:` where it was given from the root. */
export const toUri = (path: string): string => {
  if (!ABSOLUTE.test(path))
    return path
      .replace(/^(?:\.\/+)+/, '')
      .split('/')
      .map(encoded)
      .join('/');
  const [drive, rest] = path.startsWith('/') ? ['', path] : [`/${path.slice(0, 2)}`, path.slice(2)];
  return `file://${drive}${rest.split('/').map(encoded).join('/')}`;
};
