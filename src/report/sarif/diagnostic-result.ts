import { messageOf } from '../../diagnostics/message.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { Language } from '../../model/text.ts';
import { ciWords } from '../ci-words.ts';
import { plain, visible } from '../plain.ts';
import { plainDiagnostic } from '../plain-diagnostic.ts';
import { words } from '../words.ts';
import { physicalLocation, relatedLocation, withPlace } from './sarif-places.ts';
import { sarifText } from './sarif-text.ts';

/** Notes say what was done and find nothing wrong. */
export const isInformational = ({ severity }: Diagnostic): boolean => severity === 'note';

/** `place` and `related` have the paths that are shown; `repeated` tells equal ones apart. */
export const diagnosticResult = (
  diagnostic: Diagnostic,
  ruleIndex: number,
  place: Place | null,
  related: readonly Place[],
  repeated: number,
  language: Language,
) => {
  const { code, severity, text, count } = diagnostic;
  const told = visible(messageOf(plainDiagnostic(diagnostic), language));
  const found = text === null || text === '' ? '' : ` ${words[language].found(plain(text))}`;
  return {
    ruleId: code,
    ruleIndex,
    kind: isInformational(diagnostic) ? 'informational' : 'fail',
    level: isInformational(diagnostic) ? 'none' : severity,
    message: { text: sarifText(withPlace(told + found, place, ciWords[language])) },
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) =>
            relatedLocation(index + 1, other, words[language].related, ciWords[language]),
          ),
        }),
    partialFingerprints: {
      'diagnostic/v1': [code, place === null ? '' : visible(place.path), plain(text ?? ''), repeated].join('/'),
    },
    properties: { text, count },
  };
};
