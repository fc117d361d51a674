import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boundedCache } from '../../api/http/bounded-cache.ts'

const cache = (maxBytes: number) => boundedCache<string>(maxBytes, (text) => text.length)

it('makes a value once for all who ask while it is made', async () => {
  const kept = cache(100)
  let made = 0
  const make = async () => {
    made += 1
    return 'value'
  }
  expect(await Promise.all([kept.get('a', make), kept.get('a', make), kept.get('a', make)])).toEqual(
    Array(3).fill('value'),
  )
  expect(made).toBe(1)
})

it('drops what was used longest ago', async () => {
  const kept = cache(3)
  const remade: string[] = []
  const get = (key: string) =>
    kept.get(key, async () => {
      remade.push(key)
      return 'x'
    })
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await get(key)
  expect(remade).toEqual(['a', 'b', 'c', 'd', 'b'])
})

it('keeps nothing of a failure', async () => {
  const kept = cache(100)
  await expect(kept.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await kept.get('a', async () => 'yes')).toBe('yes')
})

it('never holds more than its bound and always gives the right value', async () => {
  const requests = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(requests, fc.integer({ min: 1, max: 60 }), async (keys, bound) => {
      const kept = cache(bound)
      for (const [size] of keys) {
        expect(await kept.get(String(size), async () => 'x'.repeat(size))).toHaveLength(size)
        expect(kept.bytes()).toBeLessThanOrEqual(bound)
      }
    }),
  )
})
