/**
 * Which year is judged: the one asked for, else the latest in the data. `current` follows the latest seen so far; a
 * newer one makes all that was read before it the data of another year.
 */
export class Years {
  readonly #asked: number | null;
  readonly #onNewer: () => void;
  readonly seen = new Set<number>();
  /** Rows of tables without a year column belong to the year judged. */
  yearless = false;
  current: number | null;

  constructor(asked: number | null, onNewer: () => void) {
    this.#asked = asked;
    this.#onNewer = onNewer;
    this.current = asked;
  }

  /** Whether a row of `year` (null: no year column) is of the year judged, as far as is known. */
  take(year: number | null): boolean {
    if (year === null) {
      this.yearless = true;
      return true;
    }
    if (year === this.current) {
      if (this.#asked !== null) this.seen.add(year);
      return true;
    }
    this.seen.add(year);
    if (this.#asked !== null || (this.current !== null && year < this.current)) return false;
    this.current = year;
    this.#onNewer();
    return true;
  }
}
