/** Breaks records the way that people do while they write them. */

const BREAKS: readonly ((line: string) => string)[] = [
  (line) => line.replace(/"/, ''),
  (line) => line.replace(/(\w)(\w)/, '$2$1'),
  (line) => line.replace(/ per /, ' per per '),
  (line) => line.replace(/\d{4}\S*/, ''),
  (line) => `${line} ,`,
  (line) => line.replace(/ (\S+)$/, ''),
];

/** A text of which every `every`th statement has an error. */
export function broken(text: string, every: number): string {
  let statement = 0;
  return text
    .split('\n')
    .map((line) => {
      if (!/^ {4}\w/.test(line) || ++statement % every !== 0) return line;
      const breaks = BREAKS[(statement / every) % BREAKS.length];
      return breaks === undefined ? line : breaks(line);
    })
    .join('\n');
}
