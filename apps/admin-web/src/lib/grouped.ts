/** A number that can be large, as both languages write it: 10,002. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
