/** Keeps the `limit` smallest of the items added, smallest first; of equal ones the earlier. */
export class Lowest<T> {
  readonly items: T[] = [];
  readonly #limit: number;
  readonly #compare: (a: T, b: T) => number;

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  add(item: T): void {
    let at = this.items.length;
    while (at > 0 && this.#compare(item, this.items[at - 1]!) < 0) at--;
    if (at >= this.#limit) return;
    this.items.splice(at, 0, item);
    if (this.items.length > this.#limit) this.items.pop();
  }
}
