import { languages } from '../../indicators/model/text.ts'
import { type Line, median, seconds, timed, whole } from './report.ts'

const RUNS = 5
/** What nobody has asked for yet is made anew: each run asks for another period or language. */
const made = [
  ['report in Word', (run: number) => `/api/report?lang=${languages[run]}`, 'goal 10 s'],
  ['report of a period', (run: number) => `/api/report?lang=ar&period=2021-Q${(run % 4) + 1}`, 'goal 10 s'],
  [
    'table put together of ten indicators by region and sex',
    (run: number) =>
      `/${languages[run]}/explore?i=GO.1,GO.2,GO.3,SO1.1,SO1.2,SO1.3,SO2.1,SO2.2,OP1.1.1,OP1.2.1&split=sex&level=region`,
    '',
  ],
] as const
/** What is made with the release and served as it is. */
const ready = ['/api/values.xlsx', '/api/iati', '/api/values.arrow', '/api/values'] as const

/** How long a reader waits for a report, a table and the files of a release. */
export async function reports(site: string): Promise<Line[]> {
  const ask = (path: string) => timed(async () => (await (await fetch(site + path)).arrayBuffer()).byteLength)
  const lines: Line[] = []
  for (const [what, path, goal] of made) {
    const runs = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await ask(path(run)))
    lines.push({
      what: `${what}, median of ${RUNS}`,
      figure: seconds(median(runs.map(({ ms }) => ms))),
      ...(goal ? { beside: goal } : {}),
    })
  }
  for (const path of ready) {
    const { ms, result } = await ask(path)
    lines.push({ what: path, figure: `${whole(ms)} ms, ${whole(result / 1000)} kB` })
  }
  return lines
}
