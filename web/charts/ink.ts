import type { Status } from '../../indicators/model/released.ts'
import type { SeriesKey } from './chart.ts'

/** A token of the style sheet; the light value stands in where a drawing leaves the page. */
const token = (name: string, light: string) => `var(--${name}, ${light})`

export const ink = {
  text: 'currentColor',
  muted: token('muted', '#4a5561'),
  surface: token('surface', '#ffffff'),
  grid: token('grid', '#d5dbe1'),
  axis: token('border', '#6b7682'),
  track: token('track', '#dfe5eb'),
  data: token('data', '#2e68c6'),
  hatch: token('hatch', '#7a8591'),
  late: token('late', '#a11a14'),
}

export const seriesInk: Record<SeriesKey, string> = {
  women: token('women', '#5e2b97'),
  men: token('men', '#2b9270'),
  unknown: token('unknown', '#7a8591'),
  total: token('total', '#48525e'),
}

export const seriesDash: Record<SeriesKey, string | undefined> = {
  women: undefined,
  men: '6 3',
  unknown: '1.5 3',
  total: undefined,
}

export const seriesSymbol: Record<SeriesKey, 'circle' | 'square' | 'triangle'> = {
  women: 'circle',
  men: 'square',
  unknown: 'triangle',
  total: 'circle',
}

/** Five ordered blues, the same in both themes; the first three carry dark text, the others white. */
export const sequence = [
  token('seq-1', '#eaf1fa'),
  token('seq-2', '#bcd3ee'),
  token('seq-3', '#7fa9dc'),
  token('seq-4', '#3f78c0'),
  token('seq-5', '#1c4a8a'),
] as const
export const onSequence = (step: number) =>
  step < 3 ? token('on-light', '#1b2530') : token('on-dark', '#ffffff')

export const statusInk: Record<Status, { mark: string; tint: string }> = {
  met: { mark: token('met', '#0b4f94'), tint: token('met-tint', '#e3effb') },
  on_track: { mark: token('on-track', '#14633a'), tint: token('on-track-tint', '#e2f3e9') },
  at_risk: { mark: token('at-risk', '#7a4b00'), tint: token('at-risk-tint', '#fff1d1') },
  off_track: { mark: token('off-track', '#a11a14'), tint: token('off-track-tint', '#fde7e5') },
  reversed: { mark: token('off-track', '#a11a14'), tint: token('off-track-tint', '#fde7e5') },
  not_due: { mark: token('not-due', '#4a5561'), tint: token('not-due-tint', '#eceff2') },
  not_rated: { mark: token('not-rated', '#4a5561'), tint: token('not-rated-tint', '#ffffff') },
  no_data: { mark: token('not-rated', '#4a5561'), tint: token('not-rated-tint', '#ffffff') },
}

export const countryInk = {
  KAZ: { stroke: token('kaz', '#2e68c6'), symbol: 'circle' },
  TUN: { stroke: token('tun', '#cc6004'), symbol: 'triangle' },
  UGA: { stroke: token('uga', '#6b1f35'), symbol: 'diamond' },
} as const
