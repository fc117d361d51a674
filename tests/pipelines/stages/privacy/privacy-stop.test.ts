import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetOf as namedSheet } from '../../../../fixtures/lists/layouts.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { findPersons } from '../../../../pipelines/stages/privacy/privacy-stop.ts'
import { smallSources } from '../small-sources.ts'

const sheetOf = (rows: (string | number)[][]) => namedSheet('List', rows)

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

  it.each([
    ['a Kazakh number with its check digit', '950101 300125'],
    ['a Ugandan number inside a remark', 'see CM8001234567AB'],
  ])('stops at a single identity number: %s', (_, text) => {
    expect(findPersons([sheetOf([['Remarks'], [text]])], [])).toMatchObject({ kind: 'identity', ref: 'A2' })
  })

  it('lets forms pass that end with who signed them', () => {
    const form = [
      ['Облыс', 'Мекеме', 'Барлығы'],
      ['Север', 'Учреждение 1', '12'],
      ['Исполнитель (Ф.И.О., телефон)', 'Примеров П.П.'],
      ['Руководитель (Ф.И.О.)', 'Образцов О.О.'],
    ]
    expect(findPersons([sheetOf(form)], [])).toBeNull()
  })

  it('lets counts by sex of places no register knows pass', () => {
    const counts = ['North Camp', 'South Camp', 'East Camp'].flatMap((place) => [
      [place, 'F', '3'],
      [place, 'M', '40'],
    ])
    expect(findPersons([sheetOf([['Station', 'Sex', 'People'], ...counts])], [])).toBeNull()
  })

  it('lets large counts, dates of the programme and day numbers pass', () => {
    const rows = [
      ['120000', '2018-12-01', '43466', '20211231'],
      ['130000', '2019-12-31', '43830', '20201231'],
      ['140000', '2020-12-31', '44196', '20191231'],
    ]
    expect(findPersons([sheetOf(rows)], [])).toBeNull()
  })

  it.each([
    ['a name and a birth date in a remark', '2 women, including Anna Example (born 12.03.1985)', 'birth'],
    ['a prisoner by name', 'the prisoner James Example refused the course', 'name'],
    ['names under each other in one cell', 'Примеров П.П.\nОбразцов О.О.', 'name'],
  ])('stops at %s', (_, text, kind) => {
    const counts = [['Station', 'Women', 'Men'], ['North Camp', 3, 40], [text]]
    expect(findPersons([sheetOf(counts)], [])).toEqual({ kind, sheet: 'List', ref: 'A3' })
  })

  it('stops at one row per person, though nothing in it is a name or a number', () => {
    const rows = [
      [1, 'Yes', 'No', 'Yes'],
      [2, 'No', 'No', 'Yes'],
      [3, 'Yes', 'Yes', 'No'],
    ]
    expect(findPersons([sheetOf(rows)], [])?.kind).toBe('person')
    const stations = rows.map(([number, ...answers]) => [number ?? 0, `Station ${number}`, ...answers])
    expect(findPersons([sheetOf(stations)], [])).toBeNull()
  })

  it('looks at persons in columns as at persons in rows', () => {
    const row = ['Code', 'P-001', 'P-002', 'P-003']
    expect(findPersons([sheetOf([row, ['Sex', 'F', 'M', 'M']])], [])?.kind).toBe('person')
  })

  it('knows headers with a letter wrong, or typed in letters of another script', () => {
    for (const header of ['Date of brith', 'Дата рожденя', 'Date de naisance', 'Dаtе оf birth', 'Surnarne'])
      expect(
        findPersons(
          [
            sheetOf([
              ['№', header, 'x'],
              [1, 'Example 01', 2],
            ]),
          ],
          [],
        ),
        header,
      ).not.toBeNull()
  })

  it('takes no single number for a person where a whole column is no such number', () => {
    const codes = Array.from({ length: 40 }, (_, index) => [String(464_003_000_159 + index * 7), 'paid'])
    expect(findPersons([sheetOf([...codes, ['950101300125', 'paid']])], [])).toBeNull()
    expect(findPersons([sheetOf([['950101300125', 'paid']])], [])?.kind).toBe('identity')
  })

  it('never fails, whatever a sheet holds, and says the same twice', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.integer().map(String),
      fc.constantFrom('F', 'M', '1', 'ФИО', 'x'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const sheets = [sheetOf(rows)]
        expect(findPersons(sheets, [])).toEqual(findPersons(sheets, []))
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
