import type { SplitBars } from './chart.ts'
import {
  type Example,
  type GalleryContext,
  hidden,
  missing,
  provisional,
  seen,
  without,
  wordsIn,
} from './gallery-values.ts'

/** Examples of bars split by sex and by another breakdown. */
export const splitExamples = (context: GalleryContext): Example[] => [
  ...bySex(context),
  ...byActivity(context),
]

function bySex(context: GalleryContext): Example[] {
  const { word, row } = wordsIn(context)
  const sexes = (['women', 'men', 'unknown'] as const).map((key) => ({
    key,
    label: context.t(`chart.series.${key}`),
  }))
  const parts: SplitBars = {
    kind: 'split-bars',
    id: 'participants-by-sex',
    title: word('bySex'),
    measure: 'parts',
    unit: 'number',
    tone: 'sex',
    categories: sexes,
    rows: [
      { ...row('KAZ'), values: { women: seen(184), men: seen(1672), unknown: seen(31) } },
      { ...row('TUN'), values: { women: hidden, men: seen(204), unknown: hidden } },
      { ...row('UGA'), values: { women: provisional(61), men: provisional(930), unknown: seen(0) } },
    ],
  }
  const rates: SplitBars = {
    ...parts,
    id: 'completion-by-sex',
    title: word('completion'),
    measure: 'rates',
    unit: 'percentage',
    categories: sexes.slice(0, 2),
    rows: [
      { ...row('KAZ'), values: { women: seen(74.2), men: seen(73.1) } },
      { ...row('TUN'), values: { women: hidden, men: seen(62.4) } },
      { ...row('UGA'), values: { women: provisional(58.5), men: missing } },
    ],
  }
  return [
    { name: 'split-parts-sex', chart: parts },
    { name: 'split-rates-sex', chart: rates },
  ]
}

function byActivity(context: GalleryContext): Example[] {
  const { word } = wordsIn(context)
  const activities = ['education', 'vocational', 'lifeSkills', 'mentoring', 'sport', 'arts'] as const
  const categories = activities.map((key) => ({ key, label: word(key) }))
  const six = {
    education: seen(412),
    vocational: seen(388),
    lifeSkills: seen(120),
    mentoring: hidden,
    sport: seen(96),
    arts: without('not_applicable'),
  }
  const chart = (id: string, count: number, values: typeof six): SplitBars => ({
    kind: 'split-bars',
    id,
    title: word('activities'),
    measure: 'parts',
    unit: 'number',
    tone: 'ordered',
    categories: categories.slice(0, count),
    rows: [{ key: 'ALL', label: word('programme'), values }],
  })
  return [
    { name: 'split-parts-activity', chart: chart('five-activities', 5, { ...six, sport: missing }) },
    { name: 'split-many-parts', chart: chart('six-activities', 6, six) },
  ]
}
