import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../../pipelines/stages/check-file.ts'
import { findPersons } from '../../../pipelines/stages/privacy-stop.ts'
import type { Sheet } from '../../../pipelines/stages/sheet.ts'
import { smallSources } from './small-sources.ts'

const sheetOf = (rows: string[][]): Sheet => ({
  name: 'List',
  merged: [],
  rows: rows.map((texts, index) => ({
    row: index + 1,
    cells: texts.map((text, column) => ({ column: column + 1, text, kind: 'text' as const })),
  })),
})

describe('the privacy stop', () => {
  it.each([
    ['№', 'ФИО', 'срок'],
    ['№', 'Аты-жөні', 'мерзімі'],
    ['N°', 'Nom et prénom', 'peine'],
    ['ع', 'الاسم واللقب', 'المدة'],
    ['No', 'Prisoner name', 'term'],
    ['a', 'Date of birth', 'b'],
    ['a', 'ИИН', 'b'],
    ['a', 'Numéro d’écrou', 'b'],
    ['a', 'الجنسية', 'b'],
    ['a', 'Risk score', 'b'],
  ])('stops at a header like "%s, %s, %s"', (...header) => {
    expect(findPersons([sheetOf([['Title'], header])], [])).toMatchObject({ sheet: 'List', ref: 'B2' })
  })

  it.each([
    'Наименование учреждения',
    'Établissement',
    'Station',
    'Место рождения региона',
    'Number of prisoners',
  ])('lets the header "%s" pass', (header) => {
    expect(findPersons([sheetOf([[header, 'Total']])], [])).toBeNull()
  })

  it('stops at a column of persons under the header "Name", and lets a column of stations pass', () => {
    const persons = [['Name'], ['Anna Example'], ['Boris Example'], ['Carla Example']]
    expect(findPersons([sheetOf(persons)], [])).toMatchObject({ kind: 'name', ref: 'A1' })
    expect(
      findPersons([sheetOf([['Name'], ['Alpha'], ['Beta'], ['Gamma']])], smallSources.places.UGA),
    ).toBeNull()
  })

  it('never misses three identity numbers in one column, wherever they stand', () => {
    const identity = fc
      .record({
        y: fc.nat(99),
        m: fc.integer({ min: 1, max: 12 }),
        d: fc.integer({ min: 1, max: 28 }),
        c: fc.integer({ min: 1, max: 6 }),
        n: fc.nat(99_999),
      })
      .map(
        ({ y, m, d, c, n }) =>
          [y, m, d].map((part) => String(part).padStart(2, '0')).join('') + c + String(n).padStart(5, '0'),
      )
    fc.assert(
      fc.property(fc.uniqueArray(identity, { minLength: 3, maxLength: 20 }), fc.nat(5), (numbers, before) => {
        const rows = numbers.map((number) => [...Array.from({ length: before }, () => 'x'), number])
        expect(findPersons([sheetOf([['Heading'], ...rows])], [])?.kind).toBe('identity')
      }),
    )
  })

  it('keeps nothing of the file and does not repeat what it saw', async () => {
    const bytes = Buffer.from('Full name;Date of birth\nAnna Example;1990-01-01')
    const checked = await checkFile({ name: 'small.csv', bytes, sources: smallSources })
    expect(checked).toMatchObject({ refused: true, slices: [] })
    expect(JSON.stringify(checked.findings)).not.toContain('Anna')
  })
})
