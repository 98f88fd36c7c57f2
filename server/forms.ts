import { type Form, writeForm } from '../language/statements.ts';

/** How a statement is written, what it says and an example, as Markdown. */
export function describeForm(form: Form): string {
  return `\`${writeForm(form).text}\`\n\n${form.meaning}\n\n\`\`\`agreement\n${form.example}\n\`\`\``;
}
