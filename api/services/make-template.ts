import type { Quarter } from '../../indicators/model/period.ts'
import type { Country } from '../../indicators/model/place.ts'
import type { Language } from '../../indicators/model/text.ts'
import { ALL_FIGURES, periodBefore } from '../../pipelines/forms/template/layout.ts'
import { type LastValue, writeTemplate } from '../../pipelines/forms/template/write-template.ts'
import type { Context } from './context.ts'
import { type Intake, openIntakeForOne } from './intake.ts'
import { factsOf } from './last-values.sql.ts'
import { Problem } from './problem.ts'

export type AskedTemplate = { country: Country; quarter: Quarter; report: string; language: Language }
export type Template = { name: string; bytes: Uint8Array }

/**
 * The form a country fills in for a quarter, with what it reported for the period before.
 *
 * `report` is one of the country's reports, or `all` for every figure due.
 *
 * Errors  `form-not-due`, `definitions-wrong`, `slice-missing`
 */
export async function makeTemplate(context: Context, asked: AskedTemplate): Promise<Template> {
  const intake = await openIntakeForOne(context)
  try {
    const { sources } = intake.definitions
    const report = asked.report === 'all' ? ALL_FIGURES : asked.report
    const known = reportsDue(intake, asked)
    const isDue = report === ALL_FIGURES || known.includes(report)
    const lastValue = await lastValuesOf(intake, asked)
    const bytes = isDue ? await writeTemplate({ ...asked, report, sources, lastValue }) : null
    if (!bytes) throw new Problem('form-not-due', { ...asked, known: known.join(', ') })
    return {
      name: `${asked.report === 'all' ? asked.country : report} ${asked.quarter} ${asked.language}.xlsx`,
      bytes,
    }
  } finally {
    intake.close()
  }
}

const reportsDue = ({ definitions }: Intake, { country, quarter }: AskedTemplate) =>
  definitions.sources.calendars[country].reports
    .filter(({ quarters }) => quarters.includes(Number(quarter.slice(6))))
    .map(({ mapping }) => mapping)

/** Each element's value of the period before, by its own frequency. */
async function lastValuesOf({ history, definitions }: Intake, asked: AskedTemplate): Promise<LastValue> {
  const { country, quarter } = asked
  const keyOf = (place: string, element: string, cell: string) => [place, element, cell].join('|')
  const values = new Map<string, number>()
  for (const frequency of ['quarterly', 'six-monthly', 'annual'] as const) {
    const before = periodBefore(frequency, quarter)
    const facts = before ? await factsOf(history, country, before) : []
    for (const { place, element, cell, value } of facts)
      if (definitions.sources.elements.get(element)?.frequency === frequency)
        values.set(keyOf(place, element, cell), value)
  }
  return (...of) => values.get(keyOf(...of)) ?? null
}
