import contributed from './snippets.json' with { type: 'json' };

/** A text with tab stops, as `package.json` contributes it too. */
export interface Snippet {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export const snippets: readonly Snippet[] = Object.entries(contributed).map(([title, { description, body }]) => ({
  title,
  description,
  body: body.join('\n'),
}));
