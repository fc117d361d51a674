import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import { answersOf, CheckedFile } from '../../api/contract/check-file.ts'
import { ProblemBody } from '../../api/contract/problem.ts'
import { createApp } from '../../api/http/app.ts'
import { type Listening, listen } from '../../api/http/listen.ts'
import { type Checking, startChecking } from '../../api/services/checking.ts'
import { openContext } from '../../api/services/context.ts'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { openShelf } from '../../api/services/read-release.ts'
import { hashOfWarehouse, rebuildAll } from '../../api/services/rebuild-all.ts'
import { rebuildWarehouse } from '../../api/services/rebuild-warehouse.ts'
import { currentImports } from '../../api/store/imports.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { renderer } from './tiny-release.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-answers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A table nobody has described: two columns nobody knows, and `-` in place of a number. */
const summaryOf = (period: string, inmates: number) =>
  [
    `Prisons summary for ${period}`,
    'Region,Name of station,All inmates,Holding capacity,Vehicles',
    `Central region,Station UG-R1-01,${inmates},400,2`,
    'Central region,Station UG-R1-02,-,200,1',
  ].join('\n')
const [first, second] = [summaryOf('Q3 FY 2020/21', 352), summaryOf('Q4 FY 2020/21', 360)]
const NAMES = ['Prisons summary Q3.csv', 'Prisons summary Q4.csv'] as const
const answers = [
  'columns=accept',
  'column:|all inmates=PP_STOCK',
  'column:|vehicles=ignore',
  'mark:-=missing',
] as const

describe('answers as they are sent', () => {
  it('have the question before the last equals sign', () => {
    expect(answersOf(['mark:-=zero', 'column:|a = b=PP_STOCK', 'mark:-=missing'])).toEqual({
      'mark:-': 'missing',
      'column:|a = b': 'PP_STOCK',
    })
  })
})

describe('a file that is sent with answers', () => {
  const context = openContext({ env: { WAYMARK_DATA: join(folder, 'server') } })
  let checking: Checking
  let server: Listening
  const cookie = cookieIn(context)
  beforeAll(async () => {
    checking = startChecking(context)
    server = await listen(
      createApp({
        shelf: openShelf(context, 'internal'),
        open: openShelf(context, 'public'),
        accounts: context,
        renderer,
        files: new Map(),
        log: () => {},
        checking,
      }),
      0,
      '127.0.0.1',
    )
  })
  afterAll(async () => {
    await server.close()
    checking.close()
    context.close()
  })
  const send = (given: readonly string[], language = 'en') => {
    const origin = `http://127.0.0.1:${server.port}`
    const query = new URLSearchParams({ name: NAMES[0], country: 'UGA', lang: language })
    for (const answer of given) query.append('answer', answer)
    return fetch(`${origin}/api/check?${query}`, {
      method: 'POST',
      body: first,
      headers: { 'content-type': 'application/octet-stream', origin, ...cookie },
    })
  }
  const check = async (given: readonly string[], language?: string) =>
    CheckedFile.parse(await (await send(given, language)).json())

  it('is asked about where nobody has described it, and says what it takes each column for', async () => {
    const { verdict, findings, questions, readings } = await check([])
    expect([verdict, findings]).toEqual(['has-questions', []])
    expect(questions.map(({ id, kind }) => [id, kind])).toEqual([
      ['columns', 'layout'],
      ['column:|all inmates', 'column'],
      ['column:|vehicles', 'column'],
    ])
    expect(questions[1]?.answers.map(({ text }) => text)).toContain(
      'PP_STOCK Prisoners in custody on the last day of the quarter',
    )
    expect(readings.map(({ cell, header, sure }) => [cell, header, sure])).toEqual([
      ['A2', 'Region', true],
      ['B2', 'Name of station', true],
      ['C2', 'All inmates', false],
      ['D2', 'Holding capacity', true],
      ['E2', 'Vehicles', false],
    ])
  })

  it('is asked about each column where not all are understood rightly', async () => {
    const { questions } = await check(['columns=review'])
    expect(questions.map(({ value }) => value).sort()).toEqual(
      ['Region', 'Name of station', 'All inmates', 'Holding capacity', 'Vehicles'].sort(),
    )
  })

  it('is read by them, and asked what they leave open', async () => {
    const some = await check(answers.slice(0, 3))
    expect(some.questions.map(({ id }) => id)).toEqual(['mark:-'])
    const all = await check(answers)
    expect(all).toMatchObject({ verdict: 'acceptable', questions: [], quarters: ['2021-Q1'], country: 'UGA' })
  })

  it.each(['fr', 'ru', 'kk', 'ar'])('is asked in %s, in whole sentences', async (language) => {
    const { questions, readings } = await check(answers.slice(0, 1), language)
    const english = await check(answers.slice(0, 1))
    for (const [index, { question, answers: choices }] of questions.entries()) {
      expect(question).not.toBe(english.questions[index]?.question)
      expect([question, ...choices.map(({ text }) => text)].join(' ')).not.toMatch(/undefined|\{\w+\}/)
      expect(choices.every(({ text }) => text.trim() !== '')).toBe(true)
    }
    expect(readings.map(({ meaning }) => meaning)).not.toEqual(english.readings.map(({ meaning }) => meaning))
  })

  it('takes as many as a large file asks for, in any script', async () => {
    const many = Array.from(
      { length: 90 },
      (_, index) => `column:ورقة|${'عدد السجناء '.repeat(6)}${index}=ignore`,
    )
    const { verdict } = await check([...answers, ...many])
    expect(verdict).toBe('acceptable')
  })

  it('is refused where an answer is none', async () => {
    const response = await send(['columns'])
    const { errors } = ProblemBody.parse(await response.json())
    expect([response.status, errors.map(({ path }) => path)]).toEqual([400, ['answer.0']])
  })
})

describe('a file that is taken in with answers', () => {
  const data = join(folder, 'imported')
  const files = NAMES.map((name) => join(folder, name))
  mkdirSync(folder, { recursive: true })
  for (const [index, text] of [first, second].entries()) writeFileSync(files[index] ?? '', text)
  const waymark = async (...words: string[]) => {
    let out = ''
    const code = await run(
      [...words, '--json'],
      { WAYMARK_DATA: data },
      { write: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString()) },
      { write: () => {} },
    )
    return { code, said: JSON.parse(out) }
  }
  const given = answers.flatMap((answer) => ['--answer', answer])

  it('is not taken in, and nothing is remembered, while a question is open', async () => {
    const { code, said } = await waymark('import', files[0] ?? '', '--country', 'UGA', ...given.slice(0, 6))
    expect([code, said[0].verdict]).toEqual([1, 'has-questions'])
    expect(existsSync(join(data, 'mappings'))).toBe(false)
  })

  it('is kept with its answers, which the next file of its layout is not asked again', async () => {
    const { said } = await waymark('import', files[0] ?? '', '--country', 'UGA', ...given)
    expect(said[0]).toMatchObject({ verdict: 'imported', quarters: ['2021-Q1'] })
    expect(readdirSync(join(data, 'mappings', 'UGA'))).toEqual(['UGA-prisons-summary@1.yaml'])
    const next = await waymark('import', files[1] ?? '')
    expect(next.said[0]).toMatchObject({ verdict: 'imported', quarters: ['2021-Q2'], findings: [] })
    expect(readdirSync(join(data, 'mappings', 'UGA'))).toHaveLength(1)
  })

  it('is known again with the same answers in another order, and with none', async () => {
    const turned = answers.toReversed().flatMap((answer) => ['--answer', answer])
    expect((await waymark('import', files[0] ?? '', ...turned)).said[0].verdict).toBe('known-already')
    expect((await waymark('import', files[0] ?? '')).said[0].verdict).toBe('known-already')
  })

  it('is read otherwise where another answer comes with it', async () => {
    const zero = [...answers.slice(0, 3), 'mark:-=zero'].flatMap((answer) => ['--answer', answer])
    const { said } = await waymark('import', files[0] ?? '', ...zero)
    expect(said[0]).toMatchObject({ verdict: 'imported', differences: { new: 1, changed: 0, removed: 0 } })
    expect(readdirSync(join(data, 'mappings', 'UGA'))).toHaveLength(2)
  })

  it('is rebuilt from the stored originals to the same warehouse', async () => {
    const context = openContext({ env: { WAYMARK_DATA: data } })
    try {
      const { path } = await rebuildWarehouse(context, loadDefinitions(context.paths.mappings))
      const { changed, warehouse } = await rebuildAll(context)
      expect([changed, warehouse]).toEqual([[], await hashOfWarehouse(path)])
      const kept = currentImports(context.state).map((one) => [one.quarter, one.version, one.answers])
      expect(kept).toEqual([
        [
          '2021-Q1',
          2,
          '{"column:|all inmates":"PP_STOCK","column:|vehicles":"ignore","columns":"accept","mark:-":"zero"}',
        ],
        ['2021-Q2', 1, '{}'],
      ])
    } finally {
      context.close()
    }
  })
})
