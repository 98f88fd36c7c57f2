/** Tells an editor something that it may no longer be there to hear. Undefined: it is not, or does not answer. */
export async function quietly<T>(tell: () => Promise<T>): Promise<T | undefined> {
  try {
    return await tell();
  } catch {
    return undefined;
  }
}
