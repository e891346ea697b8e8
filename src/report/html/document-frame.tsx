import type { Text } from '../../model/text.ts';
import type { ReportContext } from '../reporter.ts';
import script from './client.js?raw';
import { cspSource, type Fingerprints, shortPrint } from './digest.ts';
import { markup } from './markup.ts';
import pageStyle from './page.css?raw';
import { pageWords } from './page-words.ts';

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** Nothing may be loaded and nothing may run but the one style sheet and the one script below. */
const policy = (style: string): string =>
  [
    "default-src 'none'",
    "img-src 'none'",
    `style-src ${cspSource(style)}`,
    `script-src ${cspSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const footText = ({ report, inputs }: Fingerprints, language: keyof Text): string =>
  [
    `${pageWords.reportPrint[language]} ${shortPrint(report)}`,
    ...(inputs === null ? [] : [`${pageWords.inputsPrint[language]} ${shortPrint(inputs)}`]),
  ].join(' · ');

/** The fingerprints in the margin of each sheet: only a style sheet writes there. Fixed words and digits, so no escapes. */
const footStyle = (prints: Fingerprints): string =>
  `:root{--foot:"${footText(prints, 'zh')}"}:root[lang="en"]{--foot:"${footText(prints, 'en')}"}\n`;

/** Everything before the body's content. */
export const openDocument = (title: Text, { language }: ReportContext, prints: Fingerprints): string => {
  const style = footStyle(prints) + pageStyle;
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGE_TAGS[language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    markup(
      <title data-zh={title.zh} data-en={title.en}>
        {title[language]}
      </title>,
    ),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '',
  ].join('\n');
};

export const closeDocument = (): string => `<script>${script}</script>\n</body>\n</html>\n`;
