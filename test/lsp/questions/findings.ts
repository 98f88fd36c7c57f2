import { type Question, render } from '../harness.ts';

/** Everything found in all files, by file and place. */
const findings: Question = async (asked) => {
  const all = [...asked.editor.diagnostics].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.flatMap(([uri, found]) => found.map((d) => render.diagnostic(asked, uri, d))).join('\n');
};
export default findings;
