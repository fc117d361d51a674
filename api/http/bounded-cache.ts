/** Keeps the results used last, up to a number of bytes; a result being made is made once for all who ask. */
export type BoundedCache<Value> = {
  get(key: string, make: () => Promise<Value>): Promise<Value>
  bytes(): number
}

export function boundedCache<Value>(maxBytes: number, sizeOf: (value: Value) => number): BoundedCache<Value> {
  const kept = new Map<string, Value>()
  const underway = new Map<string, Promise<Value>>()
  let total = 0

  const keep = (key: string, value: Value) => {
    if (sizeOf(value) > maxBytes) return
    kept.set(key, value)
    total += sizeOf(value)
    for (const [oldest, dropped] of kept) {
      if (total <= maxBytes) break
      kept.delete(oldest)
      total -= sizeOf(dropped)
    }
  }

  return {
    bytes: () => total,
    async get(key, make) {
      const found = kept.get(key)
      if (found !== undefined) {
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const started = underway.get(key)
      if (started) return started
      const making = make().finally(() => underway.delete(key))
      underway.set(key, making)
      const value = await making
      keep(key, value)
      return value
    },
  }
}
