/**
 * The counts that chance allows around a median: each tail outside is less likely than `tail`.
 *
 * Unit    whole persons; below a median of 1 the band of 1 is used, so that a first case is no outlier
 */
export function poissonBand(median: number, tail: number) {
  const mean = Math.max(median, 1)
  let probability = Math.exp(-mean)
  let atMost = probability
  let low = 0
  let high = 0
  for (let count = 0; ; count += 1) {
    if (atMost < tail) low = count + 1
    if (count > mean && 1 - atMost < tail) {
      high = count
      break
    }
    probability *= mean / (count + 1)
    atMost += probability
  }
  return { low, high }
}
