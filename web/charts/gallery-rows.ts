import type { Bullets } from './chart.ts'
import {
  type Example,
  type GalleryContext,
  hidden,
  missing,
  provisional,
  seen,
  wordsIn,
} from './gallery-values.ts'

/** Examples of charts with a bar or a mark per row. */
export const rowExamples = (context: GalleryContext): Example[] => [
  statusBars(context),
  countryBullets(context),
  indicatorBullets(context),
  genderGap(context),
  representation(context),
]

const people = { unit: 'number' as const }
const percent = { unit: 'percentage' as const }

function statusBars(context: GalleryContext): Example {
  const { word } = wordsIn(context)
  const rows = [
    { key: 'GO', label: word('overall'), counts: { at_risk: 1, not_due: 1, not_rated: 1 } },
    {
      key: 'SO1',
      label: word('objective1'),
      href: '/en/objective/SO1',
      counts: { met: 3, on_track: 7, at_risk: 2, off_track: 1, no_data: 1 },
    },
    {
      key: 'SO2',
      label: word('objective2'),
      href: '/en/objective/SO2',
      counts: { met: 1, on_track: 5, at_risk: 4, off_track: 2, reversed: 1, not_due: 2, not_rated: 1 },
    },
  ]
  return {
    name: 'status-bars',
    chart: { kind: 'status-bars', id: 'statuses', title: word('statuses'), rows },
  }
}

function countryBullets(context: GalleryContext): Example {
  const { word, row } = wordsIn(context)
  const rows: Bullets['rows'] = [
    {
      ...row('KAZ'),
      ...people,
      actual: seen(452),
      baseline: 0,
      milestone: 475,
      target: 620,
      status: 'on_track',
    },
    {
      ...row('TUN'),
      ...people,
      actual: hidden,
      baseline: 0,
      milestone: 120,
      target: 180,
      status: 'off_track',
    },
    {
      ...row('UGA'),
      ...people,
      actual: provisional(201),
      baseline: 12,
      milestone: 300,
      target: 490,
      status: 'at_risk',
    },
  ]
  const title = word('staffTrained')
  return {
    name: 'bullets-countries',
    chart: { kind: 'bullets', id: 'staff-by-country', title, scale: 'shared', rows },
  }
}

function indicatorBullets(context: GalleryContext): Example {
  const { word } = wordsIn(context)
  const rows: Bullets['rows'] = [
    {
      key: 'a',
      label: word('staffTrained'),
      href: '/en/indicator/OP1.2.1',
      ...people,
      actual: seen(714),
      baseline: 0,
      milestone: 940,
      target: 1290,
      status: 'at_risk',
    },
    {
      key: 'b',
      label: word('incidents'),
      unit: 'per-1000',
      actual: seen(31.4),
      baseline: 48.2,
      milestone: 36,
      target: 30,
      status: 'on_track',
    },
    {
      key: 'c',
      label: word('assessed'),
      ...percent,
      actual: seen(0),
      baseline: 0,
      milestone: 25,
      target: 60,
      status: 'off_track',
    },
    {
      key: 'd',
      label: word('plans'),
      ...percent,
      actual: missing,
      baseline: null,
      milestone: null,
      target: 80,
      status: 'no_data',
    },
    {
      key: 'e',
      label: word('visits'),
      ...percent,
      actual: seen(83.5),
      baseline: 41,
      milestone: 60,
      target: 75,
      status: 'met',
    },
  ]
  const title = word('objective1')
  return {
    name: 'bullets-indicators',
    chart: { kind: 'bullets', id: 'objective-rows', title, scale: 'own', rows },
  }
}

function genderGap(context: GalleryContext): Example {
  const { word } = wordsIn(context)
  const rows = [
    {
      key: 'a',
      label: word('completion'),
      href: '/en/indicator/SO2.2',
      women: seen(74.2),
      men: seen(73.1),
      reference: 75,
    },
    { key: 'b', label: word('visits'), women: seen(41.5), men: seen(63), reference: 70 },
    { key: 'c', label: word('services'), women: hidden, men: seen(35), reference: null },
    { key: 'd', label: word('plans'), women: provisional(22), men: seen(9.4), reference: 60 },
    { key: 'e', label: word('assessed'), women: missing, men: seen(48), reference: 80 },
    { key: 'f', label: word('education'), women: seen(50), men: seen(50), reference: null },
  ]
  const title = word('womenOutcomes')
  return {
    name: 'gender-gap',
    chart: { kind: 'gender-gap', id: 'gaps', title, unit: 'percentage', order: 'gap', rows },
  }
}

function representation(context: GalleryContext): Example {
  const { word } = wordsIn(context)
  const rows = [
    { key: 'a', label: word('custodialStaff'), share: seen(22.4), target: 30, base: seen(18) },
    { key: 'b', label: word('managers'), share: provisional(11), target: 30, base: seen(9.5) },
    { key: 'c', label: word('trainers'), share: hidden, target: 50, base: seen(24) },
    { key: 'd', label: word('mentoring'), share: seen(0), target: null, base: hidden },
  ]
  const title = word('womensShare')
  return {
    name: 'representation',
    chart: { kind: 'representation', id: 'shares', title, parity: true, rows },
  }
}
