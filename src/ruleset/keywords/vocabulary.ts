import { aliases } from './aliases.ts';
import { clause } from './clause.ts';
import { compare } from './compare.ts';
import { counted } from './counted.ts';
import { field } from './field.ts';
import { format } from './format.ts';
import { from } from './from.ts';
import { headings } from './headings.ts';
import { id } from './id.ts';
import { indicators } from './indicators.ts';
import type { Keyword } from './keyword.ts';
import { label } from './label.ts';
import { labels } from './labels.ts';
import { meets } from './meets.ts';
import { mendable } from './mendable.ts';
import { obligation } from './obligation.ts';
import { of } from './of.ts';
import { records } from './records.ts';
import { remedy } from './remedy.ts';
import { requiredFrom } from './required-from.ts';
import { scope } from './scope.ts';
import { share } from './share.ts';
import { short } from './short.ts';
import { slidBack } from './slid-back.ts';
import { source } from './source.ts';
import { units } from './units.ts';
import { unknowns } from './unknowns.ts';
import { version } from './version.ts';
import { veto } from './veto.ts';
import { watch } from './watch.ts';

/** The keywords the dialect adds, by the object they belong to. `format` is JSON Schema's own, with other values. */
export const ROOT = [
  id,
  label,
  version,
  source,
  from,
  records,
  units,
  aliases,
  unknowns,
  slidBack,
  indicators,
] as const;
export const INDICATOR = [of, meets, counted] as const;
export const RULE = [label, short, clause, scope, obligation, requiredFrom, remedy] as const;
export const SHARE = [share] as const;
export const VETO = [veto, field] as const;
export const TABLE = [headings, watch] as const;
export const FIELD = [format, headings, labels, mendable] as const;
export const CONDITION = [compare] as const;

const ALL: readonly Keyword[] = [ROOT, INDICATOR, RULE, SHARE, VETO, TABLE, FIELD, CONDITION].flat();

/** Every keyword that ajv does not know, each once. */
export const VOCABULARY: readonly Keyword[] = [...new Set(ALL)].filter((keyword) => keyword !== format);
