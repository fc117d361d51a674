import { describe, expect, it } from 'vitest'
import { workOut } from './attack.ts'
import { combine, type Form, formOf, sumOf } from './form.ts'
import { atLeast, equal, type Row } from './row.ts'

const of = (name: string): Form => formOf([name, 1])
const sum = (...names: string[]) => sumOf(names.map(of))

/** What a reader of these rows can tell of a number. */
async function tell(rows: readonly Row[], form: Form) {
  const { told } = await workOut(rows, [{ form, value: 0, what: 'a number' }])
  const [one] = told
  if (!one) throw new Error('Nothing was told.')
  return one.exposure
}

describe('a publication made to leak', () => {
  it('tells a withheld number that is a total less the others', async () => {
    const rows = [equal(sum('women', 'men'), 100, 'total'), equal(of('men'), 97, 'men')]
    expect(await tell(rows, of('women'))).toMatchObject({ class: 'E0 exact', low: 3, high: 3 })
  })

  it('tells it through tables that are linked, where no single row does', async () => {
    const rows = [
      equal(sum('women north', 'women south'), 9, 'women'),
      equal(sum('women north', 'men north'), 50, 'north'),
      equal(sum('women south', 'men south'), 61, 'south'),
      equal(combine([of('men north'), 1], [of('men south'), 1], [of('women north'), 2]), 108, 'a rate'),
    ]
    expect(await tell(rows, of('women north'))).toMatchObject({ class: 'E0 exact', low: 3, high: 3 })
  })

  it('tells what cannot be negative: parts of nothing are nothing', async () => {
    const rows = [equal(sum('north', 'south'), 0, 'both'), equal(sum('north', 'east'), 4, 'other both')]
    expect(await tell(rows, of('east'))).toMatchObject({ class: 'E0 exact', low: 4, high: 4 })
  })

  it('tells one of two values', async () => {
    const rows = [equal(sum('women', 'unknown'), 1, 'rest'), equal(sum('women', 'men'), 40, 'total')]
    expect(await tell(rows, of('men'))).toMatchObject({
      class: 'E1 fewer than three values',
      low: 39,
      high: 40,
      values: 2,
    })
  })

  it('tells a narrow range', async () => {
    const rows = [equal(sum('women', 'unknown'), 3, 'rest')]
    expect(await tell(rows, of('women'))).toMatchObject({ class: 'E2 narrow', low: 0, high: 3, values: 4 })
  })

  it('tells by whole numbers what real ones hide', async () => {
    const rows = [
      equal(combine([of('women'), 2], [of('men'), 2], [of('staff'), -1]), 0, 'twice'),
      equal(combine([of('staff'), 1], [of('women'), -2]), 1, 'odd'),
    ]
    expect((await tell(rows, of('men'))).class).toBe('unproven')
    const range = [
      atLeast(combine([of('women'), 3], [of('men'), -1]), 1, 'low'),
      equal(combine([of('women'), 3], [of('all'), 1]), 5, 'high'),
    ]
    expect(await tell(range, of('women'))).toMatchObject({ low: 1, high: 1, class: 'E0 exact' })
  })
})

describe('a publication that is safe', () => {
  it('is not accused, and two tables show why', async () => {
    const rows = [equal(sum('women', 'men'), 100, 'total')]
    const { class: found, witnesses } = await tell(rows, of('women'))
    expect(found).toBe('safe')
    const [first, last] = witnesses ?? []
    expect([first, last].map((witness) => witness?.reduce((all, count) => all + count, 0))).toEqual([
      100, 100,
    ])
    expect(Math.abs((first?.[0] ?? 0) - (last?.[0] ?? 0))).toBeGreaterThanOrEqual(4)
  })

  it('gives up what is only usual where it contradicts what is published', async () => {
    const grow = { ...atLeast(combine([of('now'), 1], [of('before'), -1]), 0, 'grows'), usual: true as const }
    const rows = [
      grow,
      equal(sum('now', 'now men'), 10, 'now'),
      equal(sum('before', 'before men'), 30, 'before'),
      { ...atLeast(combine([of('now men'), 1], [of('before men'), -1]), 0, 'grows'), usual: true as const },
    ]
    expect((await tell(rows, of('now'))).class).toBe('safe')
  })
})
