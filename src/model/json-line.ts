/** What a line of a journal says; null where it was cut short, or says nothing that is known. */
export const jsonLine = <T>(line: string, isEntry: (value: unknown) => value is T): T | null => {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : null;
  } catch (error) {
    // A line that was cut short is no JSON: it ends before its closing bracket.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
