import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadUpdates } from '../../indicators/logframe/load-updates.ts'
import { nearest } from '../../indicators/logframe/nearest.ts'
import { loadLogframe, readLogframe } from '../../indicators/logframe/read-logframe.ts'

const small = join(import.meta.dirname, 'fixtures-logframe', 'small')
const staff = 'area-1/staff-trained.yaml'
const share = 'outcome/unsentenced-share.yaml'
const stage = 'outcome/framework-stage.yaml'
const kaz = 'plans/KAZ.yaml'
const textOf = (file: string) => readFileSync(join(small, file), 'utf8')

const copy = mkdtempSync(join(tmpdir(), 'logframe-'))
cpSync(small, copy, { recursive: true })
afterAll(() => rmSync(copy, { recursive: true }))

/** Reads the small logframe with one file changed. */
function withFile<T>(file: string, text: string, read: (folder: string) => T): T {
  writeFileSync(join(copy, file), text)
  try {
    return read(copy)
  } finally {
    cpSync(small, copy, { recursive: true })
  }
}

interface Mistake {
  does: string
  file: string
  from: string
  to: string
  in?: string
  at?: string
  says: string
}

const mistakes: Mistake[] = parse(readFileSync(join(small, '../mistakes.yaml'), 'utf8'))

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('a mistake in the logframe', () => {
  it('is absent from the small logframe the others are made from', () => {
    expect(readLogframe(small).problems).toEqual([])
    expect(readLogframe(small).logframe.indicators.map(({ code }) => code)).toEqual([
      'SO1.2',
      'SO2.1',
      'OP1.2.1',
    ])
  })

  it.each(mistakes)('is told with its line: $does', ({ file, from, to, at, says, in: where = file }) => {
    expect(textOf(file)).toContain(from)
    const changed = textOf(file).replace(from, to)
    const { problems } = withFile(file, changed, readLogframe)
    const told = problems.filter(({ message }) => message.includes(says))
    const line = lineOf(where === file ? changed : textOf(where), at ?? to)
    expect(
      told.map((problem) => [problem.file, problem.line]),
      JSON.stringify(problems),
    ).toContainEqual([where, line])
  })

  it('does not hide the others: each is listed with file and line, in order', () => {
    const text = textOf(staff).replace('unit: number', 'unit: numbers').replace('area: FA1', 'area: FA9')
    const load = () => withFile(staff, text, loadLogframe)
    expect(load).toThrow(
      /area-1\/staff-trained\.yaml:5: "FA9".*\n.*area-1\/staff-trained\.yaml:13: "numbers"/,
    )
  })

  it('in the spelling of a key is told once, not as a missing key too', () => {
    const text = textOf(staff).replace('targetMode:', 'targetMod:')
    expect(withFile(staff, text, readLogframe).problems.map(({ line }) => line)).toEqual([23])
  })

  it('in an indicator is not reported again for its plans', () => {
    for (const broken of ['unit: numbers', 'unit: [number']) {
      const text = textOf(staff).replace('unit: number', broken)
      expect(withFile(staff, text, readLogframe).problems.map(({ file }) => file)).toEqual([staff])
    }
  })

  it('in an element is not reported again for the indicators made of it', () => {
    const text = textOf('elements.yaml').replace('kind: flow', 'kind: flows')
    expect(withFile('elements.yaml', text, readLogframe).problems).toEqual([
      { file: 'elements.yaml', line: 3, message: expect.stringContaining('write flow') },
    ])
  })

  it('is told when the folder is not there', () => {
    expect(() => loadLogframe(join(small, 'nowhere'))).toThrow(
      /programme\.yaml:1: the file is missing: add it/,
    )
  })

  it('is told when a file is not there', () => {
    const { problems } = readLogframe(join(small, 'plans'))
    expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual(
      expect.arrayContaining([['elements.yaml', 1, 'the file is missing: add it']]),
    )
  })

  it('never makes the reader throw, whatever line is lost or changed', () => {
    const files = ['programme.yaml', 'elements.yaml', staff, share, stage, kaz]
    const change = fc.record({
      file: fc.constantFrom(...files),
      line: fc.nat({ max: 40 }),
      text: fc.constantFrom(
        '',
        '- ',
        '  x: 1',
        '[]',
        '~',
        'id: 3',
        '    over: [a]',
        '? a',
        '&b *b',
        'x: *b',
        '- *b',
      ),
    })
    fc.assert(
      fc.property(change, ({ file, line, text }) => {
        const lines = textOf(file).split('\n')
        lines[line % lines.length] = text
        const { problems } = withFile(file, lines.join('\n'), readLogframe)
        expect(problems.every((problem) => problem.line >= 1 && problem.message.length > 10)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a mistake in the updates', () => {
  const load = (from: string, to: string) => () =>
    withFile('updates.yaml', textOf('updates.yaml').replace(from, to), loadUpdates)

  it('is absent from the small ones, which come oldest first', () => {
    expect(loadUpdates(small).map(({ date }) => date)).toEqual(['2018-12', '2019-03-26'])
  })

  it('is told with its line', () => {
    expect(load('country: KAZ', 'country: Kazakhstan')).toThrow(
      /updates\.yaml:3: "Kazakhstan" is not a country/,
    )
    expect(load('date: 2018-12', 'date: Dec 2018')).toThrow(/updates\.yaml:6: "Dec 2018" is not a date/)
    expect(load('[FA1]', '[FA7]')).toThrow(/updates\.yaml:9: "FA7".*FA1/)
  })
})

describe('the nearest known word', () => {
  it('is the word itself when it is known', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        const [word = ''] = words
        expect(nearest(word, words)).toBe(word)
      }),
    )
  })

  it('is none when nothing is like it', () => {
    expect(nearest('zebra', ['staff-trained', 'occupancy'])).toBeUndefined()
  })
})
