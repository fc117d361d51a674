import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { quarterEnd, quarterOf, quarterStart } from '../../../../indicators/model/period.ts'
import { countries } from '../../../../indicators/model/place.ts'
import { detectPeriod } from '../../../../pipelines/stages/values/detect-period.ts'
import { parsePeriod, type Stretch } from '../../../../pipelines/stages/values/parse-period.ts'

const cases: Record<string, Record<string, string>> = parse(
  readFileSync('tests/pipelines/stages/values/periods.yaml', 'utf8'),
)

/** `2021-Q1`, `2021-Q2 to date`, `2021-H1`, `2021-03`, `2021`, `2020/21`. */
function nameOf({ start, end, cumulative }: Stretch): string {
  const year = start.slice(0, 4)
  const months =
    (Number(end.slice(0, 4)) - Number(year)) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1
  if (months === 3 && quarterStart(quarterOf(end)) === start)
    return quarterOf(end) + (cumulative ? ' to date' : '')
  if (months === 6) return `${year}-H${start.slice(5, 7) === '01' ? 1 : 2}`
  if (months === 12) return year === end.slice(0, 4) ? year : `${year}/${end.slice(2, 4)}`
  return months === 1 ? start.slice(0, 7) : `${start}..${end}`
}

describe.each(countries)('a period written in %s', (country) => {
  it.each(Object.entries(cases[country] ?? {}))('%s is %s', (text, expected) => {
    expect(
      detectPeriod(text, country)
        .map(({ stretch }) => nameOf(stretch))
        .join(', '),
    ).toBe(expected)
  })
})

it('gives each period by the form that reads it again', () => {
  for (const country of countries)
    for (const text of Object.keys(cases[country] ?? {}))
      for (const { form, stretch } of detectPeriod(text, country))
        expect(parsePeriod(text, form)).toEqual(stretch)
})

it('ends every period on a quarter’s last day or says which month it is', () => {
  const found = countries.flatMap((country) =>
    Object.keys(cases[country] ?? {}).flatMap((text) => detectPeriod(text, country)),
  )
  expect(found.length).toBeGreaterThan(120)
  for (const { form, stretch } of found)
    if (form !== 'month') expect(stretch.end).toBe(quarterEnd(quarterOf(stretch.end)))
})
