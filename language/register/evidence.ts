import type { Declaration, Source } from '../records/model.ts';
import type { Outline } from '../records/outline.ts';

/**
 * Where a source's evidence file is: its path, relative to the file that declares the source, as a URI. Undefined where the source has none,
 * or where the path is no path.
 */
export function evidenceUri(source: Source): string | undefined {
  const path = source.file?.path.value;
  if (!path || /[\0?#]/.test(path)) return undefined;
  try {
    return new URL(path.split(/[\\/]/).map(encodeURIComponent).join('/'), source.uri).href;
  } catch {
    return undefined;
  }
}

/** The evidence files, as URIs, that the sources among some declarations name. */
export function evidenceNamed(declarations: readonly (Declaration | Outline)[]): readonly string[] {
  const uris: string[] = [];
  for (const declaration of declarations) {
    const uri = declaration.type === 'source' ? evidenceUri(declaration) : undefined;
    if (uri !== undefined) uris.push(uri);
  }
  return uris;
}
