import type { Source } from '../records/model.ts';

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
