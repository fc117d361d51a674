import type { z } from 'zod'
import type { IndicatorView, ReleasedValue } from '../../../indicators/model/released.ts'
import type { Language } from '../../../indicators/model/text.ts'
import { localise } from '../../../indicators/model/text.ts'
import type { Preview, PreviewedFigure } from '../../contract/releases/preview.ts'

type Figure = z.output<typeof PreviewedFigure>
type Kind = keyof Preview['counts']

/** The gravest first: what readers lose, then what they get to see, then what is otherwise. */
const order: readonly Kind[] = ['gone', 'nowHidden', 'nowShown', 'changed', 'new']
const MOST_LISTED = 60

/**
 * Two releases of the public edition, figure by figure, beside what the internal edition would say.
 *
 * Shape   `figures` holds the gravest of what is different; `counts` all of it
 */
export function compareEditions(
  before: readonly IndicatorView[],
  after: readonly IndicatorView[],
  inside: readonly IndicatorView[],
  language: Language,
): Pick<Preview, 'counts' | 'figures'> {
  const [was, will, inner] = [byPlace(before), byPlace(after), byPlace(inside)]
  const definitions = new Map([...before, ...after].map(({ indicator }) => [indicator.id, indicator]))
  const counts = { new: 0, changed: 0, nowHidden: 0, nowShown: 0, gone: 0 }
  const found: { kind: Kind; figure: Figure }[] = []
  for (const key of new Set([...was.keys(), ...will.keys()])) {
    const [old, next] = [was.get(key), will.get(key)]
    const kind = kindOf(old, next)
    if (kind === null) continue
    counts[kind] += 1
    const [id = '', place = '', quarter = '', cell = ''] = key.split('|')
    const indicator = definitions.get(id)
    if (indicator)
      found.push({
        kind,
        figure: {
          ...{ code: indicator.code, unit: indicator.unit, place, quarter, cell },
          title: localise(indicator.title, language).text,
          ...{ was: told(old), will: told(next), inside: told(inner.get(key)) },
        },
      })
  }
  const ranked = found.sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || differenceOf(b.figure) - differenceOf(a.figure),
  )
  return { counts, figures: ranked.slice(0, MOST_LISTED).map(({ figure }) => figure) }
}

const byPlace = (views: readonly IndicatorView[]) =>
  new Map(
    views.flatMap(({ indicator, values }) =>
      values.map(
        (value) => [[indicator.id, value.place, value.quarter, value.cell].join('|'), value] as const,
      ),
    ),
  )

function kindOf(old: ReleasedValue | undefined, next: ReleasedValue | undefined): Kind | null {
  if (!old) return 'new'
  if (!next) return 'gone'
  if (old.state === next.state)
    return old.value === next.value && old.bounds?.low === next.bounds?.low ? null : 'changed'
  if (next.state === 'suppressed') return 'nowHidden'
  return old.state === 'suppressed' ? 'nowShown' : 'changed'
}

const told = (value: ReleasedValue | undefined): Figure['was'] =>
  value ? { state: value.state, value: value.value } : null

/** By how much of itself a number is otherwise. */
const differenceOf = ({ was, will }: Figure) =>
  Math.abs((will?.value ?? 0) - (was?.value ?? 0)) / Math.max(1, Math.abs(was?.value ?? 0))
