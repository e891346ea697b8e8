declare module 'saxen' {
  /** What of it is used: https://github.com/nikku/saxen#supported-hooks. Texts and attributes come with entities undecoded. */
  export class Parser {
    on(
      hook: 'openTag',
      listener: (name: string, attributes: () => Readonly<Record<string, string>> | false) => void,
    ): this;
    on(hook: 'closeTag', listener: (name: string) => void): this;
    on(hook: 'text' | 'cdata' | 'attention', listener: (text: string) => void): this;
    on(hook: 'error' | 'warn', listener: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | null;
  }
}
