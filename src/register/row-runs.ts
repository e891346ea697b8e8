/** Rows as they come, kept as runs of neighbours: a whole table of them takes no more than one. */
export class RowRuns {
  #runs: { readonly from: number; to: number }[] = [];

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  add(row: number): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.to === row - 1) last.to = row;
    else this.#runs.push({ from: row, to: row });
  }

  /** Hands out all rows and forgets them. */
  drain(take: (row: number) => void): void {
    for (const { from, to } of this.#runs) for (let row = from; row <= to; row++) take(row);
    this.#runs = [];
  }
}
