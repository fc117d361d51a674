import { type Quarter, quartersBetween } from '../../indicators/model/period.ts'
import type { Country } from '../../indicators/model/place.ts'
import { localise } from '../../indicators/model/text.ts'
import type { Chart, ChartContext, ChartValue, TrajectoryPoint } from './chart.ts'
import { countryNames, words } from './gallery-words.ts'

/** One example of a chart, in one of the situations it must cope with. All figures are invented. */
export interface Example {
  name: string
  chart: Chart
}

export type GalleryContext = Pick<ChartContext, 'language' | 't'>

export const wordsIn = ({ language }: GalleryContext) => ({
  word: (name: keyof typeof words) => localise(words[name], language).text,
  country: (code: Country) => localise(countryNames[code], language).text,
  /** The key and label of a country's row. */
  row: (code: Country) => ({ key: code, label: localise(countryNames[code], language).text }),
})

const plain = { partial: false, carried: false }
export const seen = (value: number): ChartValue => ({ state: 'observed', value, ...plain })
export const provisional = (value: number): ChartValue => ({ ...seen(value), partial: true })
export const without = (state: ChartValue['state']): ChartValue => ({ state, value: null, ...plain })
export const hidden = without('suppressed')
export const missing = without('missing')

/** A number is seen, `c` hidden, `x` not reported, `-` not due, `w` withheld, `z` not applicable, `p` makes it provisional. */
export function series(quarters: readonly Quarter[], text: string): TrajectoryPoint[] {
  const states: Record<string, ChartValue> = {
    c: hidden,
    x: missing,
    '-': without('not_due'),
    w: without('withheld'),
    z: without('not_applicable'),
  }
  return text.split(' ').map((sign, index) => {
    const number = Number.parseFloat(sign)
    const value = states[sign] ?? (sign.endsWith('p') ? provisional(number) : seen(number))
    return { quarter: quarters[index] ?? '', ...value }
  })
}

export const quarters = quartersBetween('2018-Q4', '2021-Q4')
export const extended = quartersBetween('2018-Q4', '2022-Q3')
