import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { Indicator } from '../../indicators/model/indicator.ts'
import type { Progress } from '../../indicators/model/released.ts'
import { type Answer, type Crawled, textOf } from './crawl.ts'
import { type Disagreement, type Figure, type Known, nameOf, type Part } from './figure.ts'
import { parquetRows, sdmxRows, workbookRows } from './read-exports.ts'

/** A figure as one channel has it. */
type Said = Omit<Figure, 'numbers' | 'at'> & { numbers: Partial<Record<Part, number | null | undefined>> }
type Row = Record<string, unknown>

const parts: readonly Part[] = ['value', 'numerator', 'denominator']

/** Everything numeric a reader knows of the figures, each once, whichever channel told it. */
export async function readFigures(crawled: Crawled): Promise<Known> {
  const figures = new Map<string, Figure>()
  const indicators = new Map<string, Indicator>()
  const disagreements: Disagreement[] = []
  for (const answer of crawled.values()) {
    if (answer.status !== 200 || !answer.path.startsWith('/api/')) continue
    for (const said of await figuresIn(answer, indicators)) {
      const name = nameOf(said)
      const figure = figures.get(name) ?? { ...said, numbers: {}, at: {} }
      figures.set(name, figure)
      for (const part of parts) {
        const number = said.numbers[part]
        if (number === undefined) continue
        disagreements.push(...comparePart(figure, part, number, answer.path))
        if (number === null || figure.numbers[part] !== undefined) continue
        figure.numbers[part] = number
        figure.at[part] = answer.path
      }
    }
  }
  return { figures: [...figures.values()], indicators, disagreements }
}

function comparePart(figure: Figure, part: Part, number: number | null, path: string): Disagreement[] {
  const first = figure.numbers[part]
  const hidden = figure.state === 'suppressed' ? number !== null : false
  const same = first === undefined || number === null || Math.abs(first - number) < 1e-6
  if (same && !hidden) return []
  return [{ figure: nameOf(figure), part, first: figure.at[part] ?? 'withheld', second: path }]
}

async function figuresIn(answer: Answer, indicators: Map<string, Indicator>): Promise<Said[]> {
  const pin = new URL(answer.path, 'http://reader').searchParams.get('v')
  if (answer.type.startsWith('text/csv'))
    return tableFigures((parse(textOf(answer), { columns: true }) as Row[]).filter(isNoTag), pin)
  if (answer.type.includes('parquet')) return tableFigures(await parquetRows(answer.bytes), pin)
  if (answer.type.includes('sdmx.data+csv')) return tableFigures(sdmxRows(textOf(answer)), pin)
  if (answer.type.includes('spreadsheetml')) return tableFigures(await workbookRows(answer.bytes), pin)
  if (answer.type.includes('arrow')) {
    const table = tableFromIPC(answer.bytes)
    return tableFigures(
      table.toArray().map((row) => ({ ...row.toJSON() })),
      pin,
    )
  }
  if (!answer.type.startsWith('application/json')) return []
  const said = JSON.parse(textOf(answer)) as Row
  const release = (said.release as Row | null)?.id as string | undefined
  if (said.columns) return tableFigures(rowsOf(said.columns as Record<string, unknown[]>), release ?? null)
  const found: Said[] = []
  walk(said, { release: release ?? '', indicator: '' }, found, indicators)
  return found
}

const rowsOf = (columns: Record<string, unknown[]>): Row[] =>
  (columns.indicator ?? []).map((_, row) =>
    Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name]?.[row]])),
  )

/** HXL has a row of tags below the header. */
const isNoTag = ({ indicator }: Row) => !String(indicator).startsWith('#')

/** Rows of the table of all values. Text without a release in it is of the release it was asked for. */
function tableFigures(rows: readonly Row[], release: string | null): Said[] {
  if (release === null) return []
  return rows.map((row) => ({
    release,
    indicator: String(row.indicator),
    place: String(row.place),
    quarter: String(row.quarter),
    cell: String(row.cell),
    state: String(row.state),
    numbers: numbersOf(row),
  }))
}

const numbersOf = (row: Row) => Object.fromEntries(parts.map((part) => [part, numberIn(row[part])]))

const numberIn = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : Number(value)

/** What the objects around say of a number: whose figure it belongs to. */
type Around = { release: string; indicator: string; quarter?: string; cell?: string; side?: Part }

/** Finds figures wherever they stand in a view: an object with a place and, itself or around it, an indicator and a quarter. */
function walk(node: unknown, around: Around, found: Said[], known: Map<string, Indicator>) {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, around, found, known)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const row = node as Row
  const own = Indicator.safeParse(row.indicator)
  if (own.success) known.set(own.data.id, own.data)
  const here = within(row, around)
  const { release, indicator, quarter, cell = '', side = 'value' } = here
  if (typeof row.place === 'string' && quarter !== undefined && indicator !== '') {
    const said = { release, indicator, place: row.place, quarter, cell, state: String(row.state ?? '') }
    if ('progress' in row) found.push({ ...said, numbers: { value: valueBehind(row.progress as Progress) } })
    else if ('state' in row) found.push({ ...said, numbers: numbersOf(row) })
    else if (typeof row.value === 'number') found.push({ ...said, numbers: { [side]: row.value } })
  }
  for (const child of Object.values(row)) walk(child, here, found, known)
}

function within(row: Row, around: Around): Around {
  const id = (row.indicator as Row | undefined)?.id ?? (Array.isArray(row.latest) ? row.id : undefined)
  return {
    ...around,
    ...(typeof id === 'string' ? { indicator: id } : {}),
    ...(typeof row.quarter === 'string' ? { quarter: row.quarter } : {}),
    ...(typeof row.cell === 'string' ? { cell: row.cell } : {}),
    ...(row.side === 'numerator' || row.side === 'denominator' ? { side: row.side } : {}),
  }
}

/** The value that a measure of progress gives back; nothing where none does. */
function valueBehind(progress: Progress): number | undefined {
  const { attainment, target, gap, planned, toFinal, baseline, planRatio } = progress
  if (attainment !== null && target) return attainment * target
  if (gap !== null && planned !== null) return planned + gap
  if (baseline === null) return undefined
  if (toFinal !== null && target !== null) return baseline + toFinal * (target - baseline)
  if (planRatio !== null && planned !== null) return baseline + planRatio * (planned - baseline)
  return undefined
}
