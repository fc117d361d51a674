import { expect, it } from 'vitest'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { smallFile, smallSources } from '../small-sources.ts'

const title = 'Return for Q3 FY 2020/21'
const header = 'Region;Station;People;Women;Team;Stage;Remarks'
const told = async (...lines: string[]) => {
  const bytes = Buffer.from(lines.join('\n'))
  const { findings, slices } = await checkFile({ name: 'small.csv', bytes, sources: smallSources })
  return { told: findings.map(({ at, code }) => `${at.ref} ${code}`), slices }
}

it('judges the cells of a table whose period cannot be read, and takes no value from it', async () => {
  const { told: findings, slices } = await told('Return', header, 'North;Alpha;many;-3;yes;9;')
  expect(findings).toEqual([
    'A1 period-unreadable',
    'C3 number-unreadable',
    'D3 number-negative',
    'F3 stage-unknown',
  ])
  expect(slices).toEqual([])
})

it('judges the cells of a row whose place nobody knows, and takes no value from it', async () => {
  const { told: findings, slices } = await told(
    title,
    header,
    'West;Delta;5;-1;no;1;',
    'North;Alpha;5;1;no;1;',
  )
  expect(findings).toEqual(['A3 place-unknown', 'D3 number-negative'])
  expect(slices.flatMap(({ observations }) => observations.map(({ place }) => place))).not.toContain('UGA')
})

it('takes a table without its column of places for no country total', async () => {
  const { told: findings, slices } = await told(
    title,
    'Region;Station;People;Women;Team;Stage',
    'North;Alpha;5;1;no;1',
  )
  expect([findings, slices.length]).toEqual([[], 1])
  const noPlaces = { ...smallSources, mappings: smallSources.mappings.map(withPlaces) }
  const bytes = Buffer.from(
    [title, 'Region;Station;People;Women;Team;Stage', 'North;Alpha;-5;1;no;1'].join('\n'),
  )
  const read = await checkFile({ name: 'small.csv', bytes, sources: noPlaces })
  expect(read.findings.map(({ code, params }) => [code, params.header ?? ''])).toEqual([
    ['column-unmapped', ''],
    ['column-unmapped', ''],
    ['column-missing', 'Province'],
    ['number-negative', ''],
  ])
  expect(read.slices).toEqual([])
})

const withPlaces = (mapping: (typeof smallSources.mappings)[number]) => ({
  ...mapping,
  tables: mapping.tables.map((table) => ({ ...table, place: ['Province'] })),
})

it('leaves headings and notes without a known place alone', async () => {
  const { told: findings } = await told(title, header, 'North;Alpha;5;1;no;1;', ';;signed by the head;;;;')
  expect(findings).toEqual([])
  expect(
    (await checkFile({ name: 'small.csv', bytes: smallFile(), sources: smallSources })).findings,
  ).toEqual([])
})
