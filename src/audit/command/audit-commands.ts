/** What may be typed instead of an answer, in either language; a Chinese keyboard gives 、 or ／ for the slash. */
const COMMANDS = {
  back: ['b', 'back', '返回'],
  skip: ['s', 'skip', '跳过'],
  note: ['n', 'note', '备注'],
  evidence: ['e', 'evidence', '佐证'],
  find: ['f', 'find', '查找'],
  list: ['l', 'list', '已答'],
  quit: ['q', 'quit', '结束'],
  help: ['?', '？', 'h', 'help', '帮助'],
} as const;

type AuditCommand = keyof typeof COMMANDS;

export interface Typed {
  readonly name: string;
  /** Null where there is no such command. */
  readonly command: AuditCommand | null;
  readonly text: string;
}

/** The command of a line, or null where the line is an answer. */
export const readCommand = (line: string): Typed | null => {
  const found = /^\s*[/／、]\s*(\S*)\s*(.*?)\s*$/su.exec(line);
  if (found === null) return null;
  const [, name = '', text = ''] = found;
  const folded = name.normalize('NFKC').toLowerCase();
  const known = Object.entries(COMMANDS).find(([, names]) => (names as readonly string[]).includes(folded));
  return { name, command: known === undefined ? null : (known[0] as AuditCommand), text };
};
