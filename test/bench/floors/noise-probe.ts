/** Spins for a second and counts how often, and how long at worst, it was kept from its core. */
const STALL = 0.1
const end = performance.now() + 1000
let last = performance.now()
let stalls = 0
let longest = 0
while (last < end) {
  const now = performance.now()
  const gap = now - last
  if (gap > STALL) stalls++
  if (gap > longest) longest = gap
  last = now
}
console.log(JSON.stringify({ stalls, longest_us: Math.round(longest * 1000) }))
