/**
 * An instrument's name without what stands in brackets behind it: `Copper (simulated)` is `Copper`
 * wherever the mode is on the page anyway and the room is short.
 */
export function shortName(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]$/, '')
}
