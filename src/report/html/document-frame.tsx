import type { Text } from '../../model/text.ts';
import type { ReportContext } from '../reporter.ts';
import script from './client.js?raw';
import { cspSource } from './digest.ts';
import { markup } from './markup.ts';
import style from './page.css?raw';

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** Nothing may be loaded and nothing may run but the one style sheet and the one script below. */
const POLICY = [
  "default-src 'none'",
  "img-src 'none'",
  `style-src ${cspSource(style)}`,
  `script-src ${cspSource(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Everything before the body's content. */
export const openDocument = (title: Text, { language }: ReportContext): string =>
  [
    '<!doctype html>',
    `<html lang="${LANGUAGE_TAGS[language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
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

export const closeDocument = (): string => `<script>${script}</script>\n</body>\n</html>\n`;
