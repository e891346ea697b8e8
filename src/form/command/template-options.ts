export const FORM_FORMATS = ['csv', 'yaml', 'xlsx'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

export interface TemplateOptions {
  readonly format?: FormFormat;
  readonly output?: string;
  readonly from?: readonly string[];
  readonly rules?: string;
  readonly year?: number;
  readonly subject?: readonly string[];
}
