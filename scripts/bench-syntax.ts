/**
 * Measures scanning and parsing: `node scripts/bench-syntax.ts [megabytes]`. Prints MB/s (the best of 7 runs, in processor time; a UTF-16 unit counts as a byte)
 * for one text and for the same text in files of 10 agreements, once correct and once with an error in every tenth line.
 */
import { parse } from '../language/syntax/parse.ts';
import { scan } from '../language/syntax/scan.ts';

function agreement(n: number): string {
  const year = 1990 + (n % 35);
  return `agreement US-${n}-MRA : MRA "Mutual Recognition Arrangement ${n}" {
    between CBP and Customs-${n % 200}
    negotiated ${year - 1} per source-${n % 500}
    signed ${year}-09-16 in "Washington, DC" by "Troy Miller" of CBP, "Julio Cesar Vieira Gomes" of Customs-${n % 200} per source-${n % 500} "p. ${n % 40}"
    in force ${year}-10-01
    follows US-${n}-JWP // the plan
    ports Santos, TangerMed and Algeciras
    figure "members" at least ${n % 900} over ${year}/${year + 3} per source-${n % 500}
    obligation share-members : CBP and Customs-${n % 200} must "exchange information on members" {
        due 90 days after signature
        fulfilled ${year + 1}-02
    }
}
`;
}

function best(values: readonly number[]): number {
  return Math.min(...values);
}

function measure(name: string, texts: readonly string[], read: (text: string) => unknown): void {
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  console.log(
    `${name}: ${(size / (best(times) / 1000)).toFixed(1)} MB/s (${best(times).toFixed(0)} ms for ${size.toFixed(1)} MB)`,
  );
}

const wanted = Number(process.argv[2] ?? 10) * 1e6;
const files: string[] = [];
for (let n = 0, size = 0; size < wanted; n += 10) {
  const file = Array.from({ length: 10 }, (_, index) => agreement(n + index)).join('\n');
  files.push(file);
  size += file.length;
}
const broken = files.map((file) =>
  file
    .split('\n')
    .map((line, index) => (index % 10 === 3 ? line.replace(/"/, '” ]') : line))
    .join('\n'),
);

measure('scan, files of 10 agreements', files, scan);
measure('parse, files of 10 agreements', files, parse);
measure('parse, one file', [files.join('\n')], parse);
measure('parse, broken files', broken, parse);
measure('parse, one broken file', [broken.join('\n')], parse);
