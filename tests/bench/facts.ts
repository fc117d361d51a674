import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inChild } from './facts/in-child.ts'
import { inFolder } from './facts/in-folder.ts'
import { inPostgres } from './facts/in-postgres.ts'
import { hasPostgres } from './facts/postgres.ts'
import { refuseDifferent } from './facts/same-rows.ts'
import { type Line, seconds, times, whole } from './report.ts'

const ROUNDS = 3
type Measured = Awaited<ReturnType<typeof inChild<'ours'>>>

const total = ({ ms }: Measured) => Object.values(ms).reduce((sum, step) => sum + step, 0)
const figureOf = (run: Measured) => `${seconds(total(run))}, ${whole(run.peakMB)} MiB at most`

/** The fastest of some runs in turn, each in a process of its own; all must come to the same. */
async function fastest(path: string, names: readonly ('ours' | 'handWritten')[], rounds: number) {
  const best = new Map<string, Measured>()
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const run = await inChild(name, { path, keep: `${path}.${name}` })
      const known = best.get(name)
      if (!known || total(run) < total(known)) best.set(name, run)
    }
  const [ours, byHand] = [best.get('ours'), best.get('handWritten')]
  if (!ours || !byHand) throw new Error('Nothing was run.')
  refuseDifferent(`${path}.ours`, `${path}.handWritten`)
  return { ours, byHand }
}

/** Every indicator in every window from facts in one pass, beside the same by hand, one at a time, and in PostgreSQL. */
export const onePass = (facts: number): Promise<Line[]> =>
  inFolder(async (folder) => {
    const path = join(folder, 'facts.duckdb')
    const { rows } = await inChild('writeFacts', { path, facts })
    const { ours, byHand } = await fastest(path, ['ours', 'handWritten'], ROUNDS)
    const pass = total(ours)
    const lines: Line[] = [
      { what: `one pass, ${whole(rows)} facts, ${whole(ours.rows)} values`, figure: figureOf(ours) },
      {
        what: 'by hand in one pass',
        figure: figureOf(byHand),
        beside: `${times(pass / total(byHand))} of it`,
      },
    ]
    for (const [what, name] of [
      ['one indicator at a time', 'oneByOne'],
      ['by hand, one indicator at a time', 'oneByOneByHand'],
    ] as const) {
      const run = await inChild(name, { path, keep: `${path}.${name}` })
      refuseDifferent(`${path}.ours`, `${path}.${name}`)
      lines.push({ what, figure: figureOf(run), beside: `one pass is ${times(total(run) / pass)} as fast` })
    }
    return [...lines, await postgresLine(path, pass)]
  })

async function postgresLine(path: string, pass: number): Promise<Line> {
  const what = 'by hand in PostgreSQL 15'
  if (!hasPostgres) return { what, figure: 'left out: not installed' }
  const { load, values } = await inPostgres({ path, keep: `${path}.postgres`, rounds: 2 })
  refuseDifferent(`${path}.ours`, `${path}.postgres`)
  const beside = `one pass is ${times(values / pass)} as fast; loaded in ${seconds(load)}`
  return { what, figure: seconds(values), beside }
}

/** Time and memory over ten and a hundred times the facts. */
export const growth = (sizes: readonly number[]): Promise<Line[]> =>
  inFolder(async (folder) => {
    const path = join(folder, 'facts.duckdb')
    const points: { facts: number; ms: number }[] = []
    const lines: Line[] = []
    for (const facts of sizes) {
      const { rows } = await inChild('writeFacts', { path, facts })
      const { ours, byHand } = await fastest(path, ['ours', 'handWritten'], 1)
      points.push({ facts: rows, ms: total(ours) })
      const beside = `by hand ${figureOf(byHand)}, ${times(total(ours) / total(byHand))}`
      lines.push({ what: `one pass, ${whole(rows)} facts`, figure: figureOf(ours), beside })
      rmSync(path)
    }
    return [...lines, { what: 'time grows with facts to the power of', figure: exponent(points).toFixed(2) }]
  })

/** The slope of a straight line through the logarithms, by least squares. */
function exponent(points: readonly { facts: number; ms: number }[]) {
  const logs = points.map(({ facts, ms }) => ({ x: Math.log(facts), y: Math.log(ms) }))
  const mean = (of: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2)
}
