import { decodeMeasured } from '../../pipelines/stages/apart/decode-apart.ts'
import type { TextStyle } from '../../pipelines/stages/decode/sniff-text.ts'
import { Unreadable } from '../../pipelines/stages/decode/unreadable.ts'
import { hostileFiles } from '../hostile/hostile-files.ts'
import { rows } from '../hostile/small-workbook.ts'
import { tortureFiles } from '../hostile/torture/torture-files.ts'
import { type Line, median, whole } from './report.ts'

type Sent = { id: string; bytes: () => Uint8Array; described?: TextStyle | null }
type Measured = { id: string; outcome: string; wallMs: number; cpuMs: number; peakMebibytes: number }

const numbered = (count: number, make: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => make(nth + 1))

/** As large as a national file could ever be. */
const largeFiles: Sent[] = [
  { id: 'a workbook of 100 000 rows and 10 columns', bytes: () => rows(numbered(100_000, wideRow).join('')) },
  {
    id: 'a workbook of 20 000 rows and 20 columns',
    bytes: () => rows(numbered(20_000, (row) => wideRow(row, 20)).join('')),
  },
  {
    id: 'a text of 450 000 rows and 4 columns',
    bytes: () =>
      Buffer.from(
        numbered(450_000, (row) => `Солтүстік облысы № ${row};${row};${row * 2},5;мекеме`).join('\r\n'),
      ),
  },
  {
    id: 'a text of 60 MiB in four columns',
    bytes: () => Buffer.from(numbered(300_000, (row) => `${row};${'учреждение '.repeat(10)};;x`).join('\n')),
  },
]

function wideRow(row: number, columns = 10): string {
  const cells = numbered(columns, (column) => `<c><v>${row * column}</v></c>`)
  return `<row r="${row}">${cells.join('')}</row>`
}

/** What each set of odd and hostile files costs: the process that reads them, by its own account. */
export async function torture(): Promise<Line[]> {
  return [
    ...(await linesOf('hostile', hostileFiles)),
    ...(await linesOf('odd', tortureFiles)),
    ...(await linesOf('large', largeFiles)),
  ]
}

async function linesOf(title: string, files: readonly Sent[]): Promise<Line[]> {
  const measured: Measured[] = []
  for (const file of files) measured.push(await measure(file))
  const counts = Map.groupBy(measured, ({ outcome }) => outcome)
  const worst = (of: (one: Measured) => number) =>
    measured.reduce((most, one) => (of(one) > of(most) ? one : most))
  const slowest = worst(({ cpuMs }) => cpuMs)
  const longest = worst(({ wallMs }) => wallMs)
  const fullest = worst(({ peakMebibytes }) => peakMebibytes)
  return [
    {
      what: `${title} files`,
      figure: [...counts].map(([outcome, some]) => `${outcome} ${some.length}`).join(', '),
      beside: `of ${measured.length}`,
    },
    {
      what: `${title}: slowest`,
      figure: `${whole(slowest.cpuMs)} ms of processor time, ${whole(longest.wallMs)} ms in all with the start of a process`,
      beside: `median ${median(measured.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms; ${slowest.id}; ${longest.id}`,
    },
    { what: `${title}: most memory`, figure: `${whole(fullest.peakMebibytes)} MiB`, beside: fullest.id },
  ]
}

async function measure({ id, bytes: make, described = null }: Sent): Promise<Measured> {
  const bytes = make()
  const start = performance.now()
  const { sheets, cost } = await decodeMeasured(bytes, described)
  const outcome = sheets instanceof Unreadable ? sheets.code : 'read'
  return { id, outcome, wallMs: performance.now() - start, ...cost }
}
