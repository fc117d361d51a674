import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseEncoding, chooseFormat, chooseLanguage } from '../../api/http/negotiate.ts'

const all = ['br', 'gzip', 'identity'] as const

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;Q=1, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['deflate', 'identity'],
  ['*;q=0', null],
  ['*;q=0, identity', 'identity'],
  ['identity;q=0', null],
  ['br;q=abc', 'identity'],
])('answers Accept-Encoding %s with %s', (header, encoding) => {
  expect(chooseEncoding(header, all)).toBe(encoding)
})

it('sends plain bytes of what is not compressed', () => {
  expect(chooseEncoding('br, gzip', ['identity'])).toBe('identity')
})

it('never sends a compression the header refuses', () => {
  const weight = fc.constantFrom('0', '0.000', '0.5', '1')
  const entries = fc.uniqueArray(fc.tuple(fc.constantFrom(...all, 'deflate'), weight), {
    selector: ([name]) => name,
  })
  fc.assert(
    fc.property(entries, (wanted) => {
      const chosen = chooseEncoding(wanted.map(([name, q]) => `${name};q=${q}`).join(','), all)
      const refused = wanted.filter(([, q]) => Number(q) === 0).map(([name]) => name as string)
      expect(refused).not.toContain(chosen)
    }),
  )
})

it('never fails on any header', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect([...all, null]).toContain(chooseEncoding(header, all))
      expect(['json', 'csv', null]).toContain(chooseFormat(header, ['json', 'csv']))
      expect(chooseLanguage('/', header)).toHaveLength(2)
    }),
  )
})
