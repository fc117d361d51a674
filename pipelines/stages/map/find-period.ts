import type { z } from 'zod'
import type { Country } from '../../../indicators/model/place.ts'
import { refOf } from '../decode/sheet.ts'
import { dateDoubt, periodDoubt } from '../questions/period-doubts.ts'
import { type DetectedPeriod, dateOrders, detectPeriod, mayTitle } from '../values/detect-period.ts'
import { type DateOrder, parsePeriod, type Stretch } from '../values/parse-period.ts'
import type { LocatedTable } from './locate-tables.ts'
import type { Reading } from './map-table.ts'
import type { PeriodForm } from './mapping.ts'

type Form = z.infer<typeof PeriodForm>
type Written = { text: string; at: { sheet: string; ref: string } }

type Found = { stretch: Stretch; where: Written } | null

/** A text about other periods than its own. */
const compares = /сравнен|аналогичн|соответствующ|салыстыр|compar|par rapport|مقارن/iu

/**
 * A period as a text has it: in the form its description expects, or in another where only one stretch of that length
 * can be meant.
 *
 * Shape   several where it has to be asked which; none where there is nothing to read
 */
export function readPeriod(
  text: string,
  form: Form,
  country: Country,
  order: DateOrder = 'dmy',
): DetectedPeriod[] {
  const stretch = parsePeriod(text, form, order)
  if (stretch) return [{ form, stretch }]
  return detectPeriod(text, country, order).filter((found) => lengthOf(found.stretch) === lengthIn(form))
}

/** The same in a title, where a day alone is the day of an order or a signature. */
const readTitle = (text: string, form: Form, { mapping }: Reading) =>
  readPeriod(text, form, mapping.country, mapping.dates).filter(
    (found) => found.form === form || mayTitle(found, text),
  )

/** The period of one block of a table, from where its description says that it stands; null where it cannot be told. */
export function findPeriod(sheet: string, located: LocatedTable, reading: Reading): Stretch | null {
  const { mapping, report, file } = reading
  const { period } = located.table
  const titles = titlesOf(located).map(({ row, column, text }) => ({
    text,
    at: { sheet, ref: refOf(row, column) },
  }))
  const inSheet = [{ text: sheet, at: { sheet, ref: '' } }]
  const inFile = [{ text: nameOf(file), at: { sheet: '', ref: '' } }]
  const texts = { title: titles, sheet: inSheet, file: inFile, column: [] }[period.in]
  const found = firstIn(texts, sheet, located, reading)
  if (found) reportOthers(found, [...titles, ...inSheet, ...inFile], period.form, reading)
  if (found || reading.doubts.questions.some(({ id }) => isAbout(id, period.form)))
    return found?.stretch ?? null
  const closest = texts.find(({ text }) => /\p{Nd}{4}/u.test(text)) ?? texts[0]
  const at = closest?.at.ref ? closest.at : { sheet, ref: 'A1' }
  report.add('period-unreadable', at, closest?.text ?? '', { form: period.form, country: mapping.country })
  return null
}

/** Whether a title above a block says a period of its own. */
export const namesPeriod = (located: LocatedTable, reading: Reading) =>
  titlesOf(located).some(({ text }) => readTitle(text, located.table.period.form, reading).length > 0)

const MOST_TITLES = 200

/** Texts above a header, where there are very many only the first and the last. */
function titlesOf({ titles }: LocatedTable) {
  const texts = titles.flatMap(({ row, cells }) => cells.map(({ column, text }) => ({ row, column, text })))
  return texts.length > 2 * MOST_TITLES
    ? [...texts.slice(0, MOST_TITLES), ...texts.slice(-MOST_TITLES)]
    : texts
}

const isAbout = (id: string, form: Form) => id === `period:${form}` || id === 'date-order'

const nameOf = (file: string) => file.replace(/\.\w{2,4}$/, '')

function firstIn(texts: readonly Written[], sheet: string, { table }: LocatedTable, reading: Reading): Found {
  const { mapping, doubts } = reading
  const { form } = table.period
  for (const where of texts) {
    const orders = mapping.dates ? null : dateOrders(where.text, form)
    if (orders) {
      doubts.ask(dateDoubt(where.text, orders), where.at.ref ? where.at : { sheet, ref: 'A1' })
      return null
    }
  }
  const read = texts.map((where) => ({
    where,
    found: readTitle(where.text, form, reading),
  }))
  const inForm = read.filter(({ found: [one] }) => one?.form === form)
  const own =
    inForm.find(({ where, found: [one] }) => one && mayTitle(one, where.text)) ??
    inForm[0] ??
    read.find(({ found }) => found.length > 0)
  if (!own?.found[0]) return null
  if (own.found.length === 1) return { stretch: own.found[0].stretch, where: own.where }
  doubts.ask(
    periodDoubt(own.where.text, form, own.found),
    own.where.at.ref ? own.where.at : { sheet, ref: 'A1' },
  )
  return null
}

/** A title of the last quarter over the figures of this one is the commonest slip: nothing says which of the two is right. */
function reportOthers(
  { stretch, where }: NonNullable<Found>,
  texts: readonly Written[],
  form: Form,
  reading: Reading,
) {
  const { report, mapping } = reading
  for (const { text, at } of texts) {
    if (text === where.text || compares.test(text)) continue
    const meant = detectPeriod(text, mapping.country, mapping.dates).filter(
      (found) => lengthOf(found.stretch) === lengthIn(form) && mayTitle(found, text),
    )
    if (meant.length === 0 || meant.some((found) => found.stretch.end === stretch.end)) continue
    const said = report.findings.some(({ code, value }) => code === 'period-differs' && value === text)
    if (!said)
      report.add('period-differs', at.ref ? at : { sheet: where.at.sheet, ref: where.at.ref }, text, {
        other: where.text,
      })
  }
}

/** Months of a stretch, a running total being of the quarter it ends. */
const lengthOf = ({ start, end }: Stretch) =>
  (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
  Number(end.slice(5, 7)) -
  Number(start.slice(5, 7)) +
  1

const lengthIn = (form: Form) =>
  (({ year: 12, 'fiscal-year': 12, 'half-year': 6, month: 1 }) as Partial<Record<Form, number>>)[form] ?? 3
