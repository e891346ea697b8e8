/** A text a user sees, in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;
