import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../indicators/model/question.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import type { Sheet } from '../../../../pipelines/stages/decode/sheet.ts'
import { reportOn } from '../../../../pipelines/stages/findings/report-finding.ts'
import { registerOf } from '../../../../pipelines/stages/map/find-place.ts'
import { mapSheets } from '../../../../pipelines/stages/map/map-sheets.ts'
import type { Reading } from '../../../../pipelines/stages/map/map-table.ts'
import { askAbout } from '../../../../pipelines/stages/questions/ask-about.ts'
import { suggestMapping } from '../../../../pipelines/stages/suggest/suggest-mapping.ts'
import type { Suggested } from '../../../../pipelines/stages/suggest/suggested.ts'
import { csvOf, sources, type UnseenColumn, type UnseenFile, unseenFile } from './unseen-file.ts'

const RUNS = 60

async function suggested(file: UnseenFile, answers: Answers = {}) {
  const sheets = await decode(csvOf(file), null)
  const wish = { country: file.country, sources: { ...sources, mappings: [] }, answers }
  return { sheets, ...suggestMapping(sheets, file.name, wish) }
}

const columnAt = ({ ref }: Suggested) =>
  [...ref.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
const meant = ({ columns }: UnseenFile, one: Suggested): UnseenColumn | undefined =>
  columns[columnAt(one) - 3]

/** The right answer to every question about a column. */
const answersTo = (
  file: UnseenFile,
  all: readonly Suggested[],
  asked: readonly { id: string; at: { ref: string } }[],
): Answers =>
  Object.fromEntries(
    asked.map(({ id, at }) => {
      const column = meant(file, all.find(({ ref }) => ref === at.ref) as Suggested)
      if (id === 'columns') return [id, 'accept']
      return [id, column?.element ? `${column.element}${column.cell ? `/${column.cell}` : ''}` : 'ignore']
    }),
  )

function valuesRead(sheets: readonly Sheet[], { country, name }: UnseenFile, mapping: Reading['mapping']) {
  const report = reportOn(name)
  const register = registerOf(sources.places[country])
  const observations = mapSheets(sheets, {
    file: name,
    fileHash: '0'.repeat(64),
    mapping,
    answers: {},
    register,
    sources,
    report,
    doubts: askAbout(name),
  })
  return { observations: observations.filter(({ derived }) => !derived), findings: report.findings }
}

describe('a file nobody described, in any of five languages and any order', () => {
  it.each([false, true])(
    'is never suggested wrongly, and no column is dropped (misspelt: %s)',
    async (misspelt) => {
      let [right, asked] = [0, 0]
      await fc.assert(
        fc.asyncProperty(unseenFile(misspelt), async (file) => {
          const { suggested: all, questions } = await suggested(file)
          for (const [index, column] of file.columns.entries()) {
            const found = all.filter((one) => columnAt(one) === index + 3)
            expect(found).toHaveLength(1)
            const [one] = found
            if (!one) continue
            if (one.sure)
              expect([column.header, one.use]).toEqual([
                column.header,
                expect.objectContaining({ element: column.element, cell: column.cell }),
              ])
            else expect(questions.some(({ at }) => at.ref === one.ref)).toBe(true)
            if (column.element) {
              if (one.sure) right += 1
              else asked += 1
            }
          }
        }),
        { numRuns: RUNS },
      )
      expect(right / (right + asked)).toBeGreaterThan(misspelt ? 0.85 : 0.97)
    },
  )

  it('gives exactly its values once its questions are answered', async () => {
    await fc.assert(
      fc.asyncProperty(unseenFile(true), async (file) => {
        const first = await suggested(file)
        const answers = answersTo(file, first.suggested, first.questions)
        const { draft, questions, sheets, suggested: all } = await suggested(file, answers)
        expect(questions).toEqual([])
        if (!draft) throw new Error('no draft')
        const { observations, findings } = valuesRead(sheets, file, draft)
        expect(findings).toEqual([])
        const wanted = file.columns.flatMap(({ element, cell, values }) =>
          element === null ? [] : values.map((value, r) => [element, cell, file.places[r], value].join(' ')),
        )
        expect(
          observations
            .map(({ element, cell, place, value }) => [element, cell, place, value].join(' '))
            .sort(),
        ).toEqual(wanted.sort())
        expect(all.every(({ sure }) => sure)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  it('asks one question where all its words are known: whether all is right', async () => {
    const asked: number[] = []
    const known = unseenFile(false).filter(({ columns }) => columns.every(({ element }) => element !== null))
    await fc.assert(
      fc.asyncProperty(known, async (file) => {
        const { questions } = await suggested(file)
        expect(questions[0]?.id).toBe('columns')
        asked.push(questions.length)
      }),
      { numRuns: RUNS },
    )
    expect(asked.filter((count) => count === 1).length / asked.length).toBeGreaterThan(0.95)
  })
})

describe('a header in two rows of a file nobody described', () => {
  it('is read also where its last row says the same over every column', async () => {
    const rows = [
      ['Stations, Q3 FY 2020/21'],
      [],
      ['Code', 'Prisoners', 'Capacity'],
      ['', 'Total', 'Total'],
      ...stations('UGA').map(({ code }, r) => [code, String(r + 7), String(r + 9)]),
    ]
    const sheets = await decode(csvOf({ rows }), null)
    const wish = { country: 'UGA', sources: { ...sources, mappings: [] } } as const
    const { suggested: all } = suggestMapping(sheets, 'export.csv', wish)
    expect(all.map(({ texts }) => texts)).toEqual([['Code'], ['Prisoners', 'Total'], ['Capacity', 'Total']])
  })
})

describe('the period of a file nobody described', () => {
  const about = async (title: string, answers: Answers = {}) => {
    const rows = [[title], [], ['Code', 'Prisoners'], ...stations('UGA').map(({ code }) => [code, '7'])]
    const sheets = await decode(csvOf({ rows }), null)
    const wish = { country: 'UGA', sources: { ...sources, mappings: [] }, answers } as const
    const { draft, questions } = suggestMapping(sheets, 'export.csv', wish)
    return {
      form: draft?.tables[0]?.period.form,
      asked: questions.filter(({ kind }) => kind === 'period'),
    }
  }

  it('is asked about where its words have more than one meaning, and read as it was answered', async () => {
    const { asked } = await about('Stations, Q1 2021')
    expect(asked).toMatchObject([{ id: 'period:en-quarter', value: 'Stations, Q1 2021', at: { ref: 'A1' } }])
    expect(asked[0]?.options.map(({ answer }) => answer)).toEqual([
      'en-quarter',
      'en-fiscal-by-start',
      'en-fiscal-by-end',
    ])
    const answered = await about('Stations, Q1 2021', { 'period:en-quarter': 'en-fiscal-by-end' })
    expect(answered).toEqual({ form: 'en-fiscal-by-end', asked: [] })
  })

  it('is not asked about where it can only be one', async () => {
    expect(await about('Stations, Q3 FY 2020/21')).toEqual({ form: 'en-fiscal-quarter', asked: [] })
    expect(await about('Order of 05.03.2021, stations, Q3 FY 2020/21')).toMatchObject({
      form: 'en-fiscal-quarter',
    })
  })
})

const stations = (country: 'KAZ' | 'TUN' | 'UGA') =>
  sources.places[country].filter(({ code }) => code.split('-').length === 3).slice(0, 3)

/** Suggests for a table of stations with these headers. */
async function suggestedFor(country: 'KAZ' | 'TUN' | 'UGA', title: string, headers: readonly string[]) {
  const rows = [
    [title],
    [],
    ['Code', ...headers],
    ...stations(country).map(({ code }, r) => [code, ...headers.map((_, c) => String(10 * r + c))]),
  ]
  const sheets = await decode(csvOf({ rows }), null)
  const { suggested: all } = suggestMapping(sheets, 'export.csv', { country, sources })
  return all.slice(1)
}

describe('headers that only look like something known', () => {
  it.each([
    [
      'UGA',
      'Stations, Q1 2021',
      [
        'Deaths in custody',
        'Prisoners on death row',
        'Foreign nationals',
        'Convicted of murder',
        'Sentenced to less than one year',
        'Average population',
        'Capacity utilisation',
        'Female officers',
        'Admissions to hospital',
        'Escaped and recaptured',
        'Staff vacancies',
        'Staff not trained',
        'Prisoners not screened',
        'Complaints pending',
        'Remand over six months',
        'Incidents not recorded',
        'Released on bail',
        'Readmissions',
        'Visitors',
        'Prisoners with HIV',
        'Babies with mothers',
      ],
    ],
    [
      'TUN',
      'Établissements, T1 2021',
      [
        'Détenus étrangers',
        'Condamnés à mort',
        'Population moyenne',
        'Décès',
        'Femmes enceintes',
        'Entrées à l’hôpital',
        'Agents absents',
        'Plaintes en cours',
        'Récidivistes',
        'Sorties sans plan',
        'Détenus malades',
        'Capacité restante',
        'Postes vacants',
        'M',
        'H',
        'إدانات بالإعدام',
        'الوفيات',
        'المساجين الأجانب',
        'الأعوان المتغيبون',
        'الشكاوى غير المجاب عنها',
      ],
    ],
    [
      'KAZ',
      'Сведения за I квартал 2021 г.',
      [
        'Умерло',
        'Осуждено повторно',
        'Иностранцы',
        'Средняя численность',
        'Вакансии',
        'Персонал уволен',
        'Прибыло этапом',
        'Убыло',
        'Не освобождено',
        'Лимит превышен',
        'Жалоб не рассмотрено',
        'Необученный персонал',
        'Осужденные к пожизненному',
        'М',
        'Қайтыс болғандар',
        'Шетелдіктер',
        'Босатылмағандар',
        'Оқытылмағандар',
        'Орташа саны',
      ],
    ],
  ] as const)('are asked about, in a file of %s', async (country, title, headers) => {
    const all = await suggestedFor(country, title, headers)
    expect(all.map(({ texts }) => texts[0])).toEqual(headers.map((header) => header))
    expect(all.filter(({ sure }) => sure).map(({ texts, use }) => [texts[0], use])).toEqual([])
  })

  it('says nothing of all prisoners where the table is about violent extremists', async () => {
    const headers = ['Prisoners', 'Convicts', 'Admissions']
    const about = async (title: string) => (await suggestedFor('UGA', title, headers)).map(({ sure }) => sure)
    expect(await about('Prisoners by station, Q1 2021')).toEqual([true, true, true])
    expect(await about('Violent extremist prisoners by station, Q1 2021')).toEqual([false, false, false])
  })
})
