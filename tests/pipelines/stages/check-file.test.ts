import { describe, expect, it } from 'vitest'
import { checkFile } from '../../../pipelines/stages/check-file.ts'
import { smallFile, smallSources } from './small-sources.ts'

const check = (bytes: Buffer, name = 'small.csv') => checkFile({ name, bytes, sources: smallSources })
const codesOf = async (...lines: string[]) =>
  (await check(smallFile(...lines))).findings.map(({ code }) => code)
const observations = async (...lines: string[]) =>
  (await check(smallFile(...lines))).slices.flatMap((slice) => slice.observations)

describe('a national file', () => {
  it('becomes observations that know their cell', async () => {
    const [people, women, team] = await observations('North;Alpha;1,240;12;yes;3;')
    expect(people).toMatchObject({
      element: 'PEOPLE',
      place: 'UGA-R1-01',
      periodStart: '2021-01-01',
      periodEnd: '2021-03-31',
      value: 1240,
      cell: '',
      lineage: { file: 'small.csv', ref: 'C3', mapping: 'UGA-small@1' },
    })
    expect(women).toMatchObject({ cell: 'sex=female', value: 12, lineage: { ref: 'D3' } })
    expect(team).toMatchObject({ element: 'TEAM', value: 1, deliveredAs: 'as_of_date' })
  })

  it('has men worked out where the mapping says so, naming both cells', async () => {
    const men = (await observations('North;Alpha;40;12;no;3;')).find(({ cell }) => cell === 'sex=male')
    expect(men).toMatchObject({ value: 28, derived: true, lineage: { ref: 'C3-D3' } })
  })

  it('leaves men missing where women were not reported', async () => {
    const men = (await observations('North;Alpha;40;;no;3;')).find(({ cell }) => cell === 'sex=male')
    expect(men).toMatchObject({ state: 'missing', value: null })
  })

  it('never turns a blank into a zero, and says what a blank means', async () => {
    const [people] = await observations('North;Alpha;;3;no;0;')
    expect(people).toMatchObject({ state: 'missing', value: null })
    expect(await codesOf('North;Alpha;;3;no;0;')).toEqual(['cell-blank'])
  })

  it('keeps a zero as a value', async () => {
    const read = await observations('North;Alpha;0;0;no;0;')
    expect(read.map(({ value, state }) => [state, value])).toEqual([
      ['observed', 0],
      ['observed', 0],
      ['observed', 0],
      ['observed', 0],
      ['observed', 0],
    ])
  })

  it('reads marks as the mapping settled them', async () => {
    const [people, women] = await observations('North;Alpha;n.k.;n.r.;no;1;')
    expect([people?.state, women?.state]).toEqual(['missing', 'withheld'])
  })

  it('knows a station by any of its spellings', async () => {
    const [people] = await observations('North;STN. ALPHA;5;1;no;1;')
    expect(people?.place).toBe('UGA-R1-01')
  })

  it('checks subtotals and totals and never counts them', async () => {
    const lines = ['North;Alpha;5;1;no;1;', 'South;Gamma;7;2;no;1;']
    expect(await codesOf(...lines, 'North;Sub-total;5;1;;;', ';Total;12;3;;;')).toEqual([])
    const wrong = await check(smallFile(...lines, 'North;Sub-total;6;1;;;', ';Total;12;3;;;'))
    expect(wrong.findings).toMatchObject([
      {
        code: 'total-differs',
        severity: 'warning',
        at: { ref: 'C5' },
        value: '6',
        params: { sum: 5, place: 'North' },
      },
    ])
    expect(
      wrong.slices.flatMap((slice) => slice.observations).filter(({ place }) => place === 'UGA'),
    ).toEqual([])
  })

  it('gives all findings at once, each with its cell', async () => {
    const { findings } = await check(smallFile('North;Alpha;many;-3;perhaps;9;', 'West;Delta;4;1;no;1;'))
    expect(findings.map(({ code, at }) => `${at.ref} ${code}`)).toEqual([
      'C3 number-unreadable',
      'D3 number-negative',
      'E3 answer-unreadable',
      'F3 stage-unknown',
      'A4 place-unknown',
    ])
  })

  it.each([
    ['a part of a person', 'North;Alpha;2.5;1;no;1;', 'number-not-whole'],
    ['digits that ran together', 'North;Alpha;99999999999999999;1;no;1;', 'number-too-large'],
    ['a station that had closed', 'North;Beta;5;1;no;1;', 'place-not-open'],
  ])('refuses %s', async (_, line, code) => {
    expect(await codesOf(line)).toContain(code)
  })

  it('refuses a station named twice with different figures', async () => {
    expect(await codesOf('North;Alpha;5;1;no;1;', 'North;Alpha;6;1;no;1;')).toContain('value-twice')
  })

  it('names the column that is missing and the one nobody described', async () => {
    const bytes = Buffer.from(
      'Return for Q3 FY 2020/21\nRegion;Station;People;Females;Team;Stage\nNorth;Alpha;5;1;no;1',
    )
    const { findings } = await check(bytes)
    expect(findings.map(({ code, value, params }) => [code, value || params.header])).toEqual([
      ['column-unmapped', 'Females'],
      ['column-missing', 'Women'],
    ])
  })

  it('says when a header stands twice, when the header is gone, and when the period is', async () => {
    const title = 'Return for Q3 FY 2020/21'
    const twice = Buffer.from(
      `${title}\nRegion;Station;People;Persons;Women;Team;Stage\nNorth;Alpha;5;5;1;no;1`,
    )
    expect((await check(twice)).findings.map(({ code }) => code)).toEqual(['column-twice'])
    expect((await check(Buffer.from(`${title}\nNorth;Alpha;5`))).findings[0]?.code).toBe('header-missing')
    const undated = Buffer.from('Return\nRegion;Station;People;Women;Team;Stage\nNorth;Alpha;5;1;no;1')
    expect((await check(undated)).findings[0]?.code).toBe('period-unreadable')
  })

  it('is known by its headers when its name was changed', async () => {
    const { mapping, findings } = await check(smallFile('North;Alpha;5;1;no;1;'), 'Copy of something.csv')
    expect([mapping?.id, findings]).toEqual(['UGA-small', []])
  })

  it('asks for a known name where neither name nor headers are known', async () => {
    const { findings } = await check(Buffer.from('a;b\n1;2'), 'else.csv')
    expect(findings.map(({ code }) => code)).toEqual(['mapping-unknown'])
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'file-kind-unknown'],
    [
      'half a letter behind a mark that promises two bytes each',
      Buffer.from([0xff, 0xfe, 0x41]),
      'text-encoding-wrong',
    ],
    ['a quote that is never closed', Buffer.from('a;"b\n;c"d'), 'text-damaged'],
  ])('says what to do with %s', async (_, bytes, code) => {
    const { findings, slices } = await check(bytes)
    expect(findings.map((finding) => finding.code)).toEqual([code])
    expect(slices).toEqual([])
  })
})

describe('a file nobody described', () => {
  const unseen = Buffer.from('Return for Q3 FY 2020/21\nArea;Prison;Zwiebelfische\nNorth;Alpha;5')
  const sent = { name: 'else.csv', bytes: unseen, country: 'UGA' as const, sources: smallSources }

  it('is asked about, and read by what was answered', async () => {
    const asked = await checkFile(sent)
    const [all, column] = asked.questions
    expect([all?.id, column?.value]).toEqual(['columns', 'Zwiebelfische'])
    const answers = { columns: 'accept', [column?.id ?? '']: 'PEOPLE/sex:female', 'counted-from': 'period' }
    const read = await checkFile({ ...sent, answers })
    expect([read.questions, read.findings, read.chosenBy]).toEqual([[], [], 'answers'])
    expect(read.slices[0]?.observations).toMatchObject([{ element: 'PEOPLE', cell: 'sex=female', value: 5 }])
  })
})
