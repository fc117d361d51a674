import type { Answer } from './crawl.ts'

type Read = (path: string) => Promise<Answer>
type Table = { columns: Record<'indicator' | 'place' | 'quarter' | 'cell', string[]> }

const json = (answer: Answer) => JSON.parse(new TextDecoder().decode(answer.bytes))

/** Every address of the API, from its own document: each path in each form, for every indicator, figure and release. */
export async function addressesOf(
  read: Read,
  releases: readonly string[],
  explanations: number,
): Promise<string[]> {
  const { paths } = json(await read('/api/openapi.json')) as { paths: Record<string, unknown> }
  const pins = ['', ...releases.map((id) => `?v=${id}`)]
  const found = await Promise.all(
    pins.map(async (pin) => {
      const { indicators } = json(await read(`/api/release${pin}`)) as { indicators: string[] }
      const { columns } = json(await read(`/api/values${pin}`)) as Table
      const figures = spread(
        columns.indicator.map((_, row) => row),
        explanations,
      )
      return Object.keys(paths).flatMap((path) => {
        if (path.includes('{place}'))
          return figures.map((row) => explanationOf(path, columns, row) + pin.replace('?', '&'))
        const named = path.includes('{id}') ? indicators.map((id) => path.replace('{id}', id)) : [path]
        return named.map((one) => one + pin)
      })
    }),
  )
  return [...new Set(found.flat())]
}

function explanationOf(path: string, columns: Table['columns'], row: number): string {
  const at = (name: keyof Table['columns']) => encodeURIComponent(columns[name][row] ?? '')
  const address = path.replace('{id}', at('indicator')).replace('{place}', at('place'))
  return `${address.replace('{quarter}', at('quarter'))}?cell=${at('cell')}`
}

/** At most `count` of them, evenly from first to last. */
function spread<Thing>(things: readonly Thing[], count: number): Thing[] {
  if (things.length <= count) return [...things]
  return Array.from({ length: count }, (_, nth) => things[Math.floor((nth * things.length) / count)] as Thing)
}
