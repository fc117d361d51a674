import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { type BuiltCase, buildCase } from './build-case.ts'
import { type Expectation, readCases, type Written } from './case.ts'
import { type Answer, answerOf } from './engine.ts'

/** An engine in a process of its own, asked one case after another. */
function engineOf(command: string) {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async answer(one: BuiltCase): Promise<Answer> {
      child.stdin.write(`${JSON.stringify(one)}\n`)
      const { value } = await lines.next()
      return JSON.parse(String(value))
    },
    stop: () => child.kill(),
  }
}

const { CONFORMANCE_ENGINE } = process.env
const other = CONFORMANCE_ENGINE ? engineOf(CONFORMANCE_ENGINE) : null
afterAll(() => other?.stop())

/** Half away from zero, as a reader would round. */
const rounded = (value: number, { decimals }: Written) => {
  const shifted = Math.abs(value) * 10 ** decimals
  return (Math.sign(value) * Math.round(shifted + shifted * Number.EPSILON * 4)) / 10 ** decimals
}

/** What was answered, in the form and only the parts of what is expected. What nothing is said of is not rated. */
function found({ at, window = 'own', ...asked }: Expectation, answer: Answer) {
  const [place = '', quarter = '', cell = ''] = at.split(' ')
  const isAsked = (one: Record<string, unknown>) =>
    one.place === place && one.quarter === quarter && one.cell === cell && one.window === window
  const values = answer.values.filter(isAsked)
  if (values.length > 1) throw new Error(`${at} has ${values.length} values.`)
  if (values.length === 0) return { absent: true }
  const all = { status: 'not_rated', ...answer.standings.find(isAsked), ...values[0], absent: false }
  return Object.fromEntries(
    Object.entries(asked).map(([key, wanted]) => {
      const own = (all as Record<string, unknown>)[key]
      const isNumber = typeof own === 'number' && wanted !== null && typeof wanted === 'object'
      return [key, isNumber ? rounded(own, wanted) : (own ?? null)]
    }),
  )
}

const wanted = ({ at: _, window: __, ...asked }: Expectation) =>
  Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [
      key,
      value !== null && typeof value === 'object' ? value.number : value,
    ]),
  )

const themes = readCases()

describe.each(themes)('$theme', ({ cases }) => {
  it.each(cases)('$id: $says', async (one) => {
    const built = buildCase(one)
    const answer = await (other ? other.answer(built) : answerOf(built))
    expect(one.expect.map((each) => ({ at: each.at, ...found(each, answer) }))).toEqual(
      one.expect.map((each) => ({ at: each.at, ...wanted(each) })),
    )
  })
})

it('has cases with names of their own, each with its source', () => {
  const cases = themes.flatMap((theme) => theme.cases)
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  expect(cases.filter(({ source }) => source.length < 5)).toEqual([])
})

it('can be asked of another engine by lines of JSON', async () => {
  const engine = engineOf(`"${process.execPath}" "${import.meta.dirname}/engine.ts"`)
  try {
    for (const theme of themes) {
      const built = buildCase(theme.cases[0] as (typeof theme.cases)[number])
      expect(await engine.answer(built)).toEqual(JSON.parse(JSON.stringify(await answerOf(built))))
    }
  } finally {
    engine.stop()
  }
})
