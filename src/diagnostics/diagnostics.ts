import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { type DiagnosticCode, type DiagnosticSlots, severityOf } from './catalogue.ts';

interface Found {
  readonly place?: Place | null;
  readonly related?: readonly Place[];
  readonly text?: string | null;
  readonly count?: number;
}

/** A diagnostic of the catalogue; its slots are checked by type. */
export const diagnose = <C extends DiagnosticCode>(
  code: C,
  params: DiagnosticSlots[C],
  { place = null, related = [], text = null, count = 1 }: Found = {},
): Diagnostic => ({ code, severity: severityOf(code), place, related, text, count, params });

/** Those that are listed, and those of which only the number is told. */
const countOf =
  (wanted: Severity) =>
  (diagnostics: readonly Diagnostic[]): number =>
    diagnostics.reduce((sum, { code, severity, params }) => {
      const isMore = code === 'diagnostics.more' && severityOf(params.code as DiagnosticCode) === wanted;
      return sum + (severity === wanted ? 1 : 0) + (isMore ? Number(params.more) : 0);
    }, 0);

export const countWarnings = countOf('warning');
export const countErrors = countOf('error');

/** Where something was found. Places are looked up only when the list is made. */
export interface Where {
  readonly path?: string;
  readonly place?: () => Place;
  readonly related?: () => readonly Place[];
  readonly text?: string;
  /** How many there are, of which `place` is the first; 1 where not given. */
  readonly count?: number;
}

interface Gathered {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly params: DiagnosticSlots[DiagnosticCode];
  readonly where: Where;
  count: number;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** At most this many of one code in one input are listed; the rest is counted. */
const LISTED = 10_000;

/** Gathers what is wrong with the inputs: errors and warnings one by one, notes of one kind in one input counted. */
export class Diagnostics {
  readonly #entries: Gathered[] = [];
  readonly #counted = new Map<string, Gathered>();
  readonly #listed = new Map<string, { code: DiagnosticCode; path: string; count: number }>();
  #errors = 0;

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** Whether one more of an error or warning in an input would be listed. */
  lists(code: DiagnosticCode, path: string): boolean {
    return (this.#listed.get(`${code}\n${path}`)?.count ?? 0) < LISTED;
  }

  /** One more where no more are listed: nothing need be found out about it. */
  addUnlisted(code: DiagnosticCode, path: string, severity = severityOf(code)): void {
    if (severity === 'error') this.#errors++;
    this.#listed.get(`${code}\n${path}`)!.count++;
  }

  /** `severity` only where the run takes it less seriously than the catalogue does. */
  add<C extends DiagnosticCode>(
    code: C,
    params: DiagnosticSlots[C],
    where: Where = {},
    severity = severityOf(code),
  ): void {
    this.#gather({ code, severity, params, where, count: where.count ?? 1 });
  }

  #gather(entry: Gathered): void {
    const { code, severity, params, where, count } = entry;
    if (severity === 'error') this.#errors++;
    if (severity === 'note') {
      const key = `${code}\n${where.path ?? ''}\n${JSON.stringify(params)}`;
      const known = this.#counted.get(key);
      if (known) {
        known.count += count;
        return;
      }
      this.#counted.set(key, entry);
    } else {
      const path = where.path ?? '';
      const key = `${code}\n${path}`;
      const listed = this.#listed.get(key) ?? { code, path, count: 0 };
      this.#listed.set(key, listed);
      if (++listed.count > LISTED) return;
    }
    this.#entries.push(entry);
  }

  /** Takes over all that another gathered. */
  addAll(other: Diagnostics): void {
    for (const entry of other.#entries) this.#gather({ ...entry });
    for (const { code, path, count } of other.#listed.values()) {
      const key = `${code}\n${path}`;
      const own = this.#listed.get(key);
      if (own) own.count += Math.max(0, count - LISTED);
    }
  }

  /** By input in the order of `paths`, then by place and severity; what has no place comes first. */
  list(paths: readonly string[]): Diagnostic[] {
    const rank = new Map(paths.map((path, index) => [path, index]));
    const order = ({ place }: Diagnostic) => (place === null ? -1 : (rank.get(place.path) ?? paths.length));
    const listed = this.#entries.map(
      ({ code, severity, params, where, count }): Diagnostic => ({
        code,
        severity,
        place: where.place?.() ?? null,
        related: where.related?.() ?? [],
        text: where.text ?? null,
        count,
        params,
      }),
    );
    for (const { code, path, count } of this.#listed.values()) {
      if (count > LISTED) {
        const place = path === '' ? null : { path, line: 1, column: 1 };
        listed.push(diagnose('diagnostics.more', { code, more: count - LISTED }, { place }));
      }
    }
    return listed.sort(
      (a, b) =>
        order(a) - order(b) ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    );
  }
}
