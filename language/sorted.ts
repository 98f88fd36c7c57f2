/** How many of so many things there are before the first of which `isFirst` does not hold; it holds of none behind that. */
export function countFirst(length: number, isFirst: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFirst(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
