import { Cell, Dimension, TOTAL } from '../../indicators/model/breakdown.ts'
import { Quarter } from '../../indicators/model/period.ts'
import { type Country, countries, PlaceCode, PROGRAMME } from '../../indicators/model/place.ts'
import { type Status, statuses } from '../../indicators/model/released.ts'
import type { Language } from '../../indicators/model/text.ts'
import { isLanguage } from '../i18n/locales.ts'

export type Route =
  | { page: 'overview' }
  | { page: 'gender' | 'changes' | 'methods' | 'cell' | 'explore' | 'report' | 'quality' }
  | { page: 'objective' | 'area' | 'indicator' | 'explain'; code: string }
  | { page: 'country'; code: Country }

/** What runs along the rows or columns of a table somebody puts together. */
export const axes = ['indicator', 'place', 'quarter', 'part'] as const
export type Axis = (typeof axes)[number]
/** What of a value such a table tells; itself where nothing is said. */
export const measures = ['numerator', 'denominator', 'coverage'] as const
export type Measure = (typeof measures)[number]

/** What of a page is shown. Defaults are left out, so that equal views have equal addresses. */
export interface ViewState {
  /** Countries shown, in the programme's order; absent means all. */
  c?: readonly Country[]
  /** One quarter, or the quarters from one to another. */
  p?: { from: Quarter | null; to: Quarter }
  by?: 'sex'
  /** Indicators of a table somebody puts together, by code. */
  i?: readonly string[]
  rows?: Axis
  cols?: Axis
  split?: Dimension
  level?: 'region'
  m?: Measure
  /** Which part of a long table, from 1. */
  page?: number
  view?: 'table'
  status?: Status
  place?: PlaceCode
  cell?: Cell
  /** A cell of a file that is followed to its figures. */
  file?: string
  sheet?: string
  ref?: string
  /** The release an address is pinned to. */
  v?: string
}

export interface Address {
  language: Language
  route: Route
  state: ViewState
}

type Key = keyof ViewState
const readers: { [K in Key]-?: (text: string) => ViewState[K] } = {
  c: readCountries,
  p: readPeriod,
  by: (text) => (text === 'sex' ? 'sex' : undefined),
  i: readCodes,
  rows: (text) => axes.find((axis) => axis === text),
  cols: (text) => axes.find((axis) => axis === text),
  split: (text) => Dimension.safeParse(text).data,
  level: (text) => (text === 'region' ? 'region' : undefined),
  m: (text) => measures.find((measure) => measure === text),
  page: (text) => (/^[2-9]$|^[1-9]\d{1,3}$/.test(text) ? Number(text) : undefined),
  view: (text) => (text === 'table' ? 'table' : undefined),
  status: (text) => statuses.find((status) => status === text),
  place: (text) => (text !== PROGRAMME && PlaceCode.safeParse(text).success ? text : undefined),
  cell: (text) => (text !== TOTAL && Cell.safeParse(text).success ? text : undefined),
  file: (text) => (text !== '' && text.length <= 300 ? text : undefined),
  sheet: (text) => (text !== '' && text.length <= 100 ? text : undefined),
  ref: (text) => (/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(text) ? text : undefined),
  v: (text) => (/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/.test(text) ? text : undefined),
}
/** The order of an address, whatever order it was typed in. */
const order = Object.keys(readers) as Key[]

const accepted: Record<Route['page'], readonly Key[]> = {
  overview: ['c', 'by', 'view', 'status', 'v'],
  objective: ['c', 'by', 'view', 'status', 'v'],
  area: ['c', 'by', 'view', 'status', 'v'],
  indicator: ['c', 'p', 'by', 'view', 'v'],
  country: ['by', 'view', 'status', 'v'],
  gender: ['c', 'view', 'v'],
  changes: ['v'],
  methods: ['v'],
  report: ['v'],
  quality: ['view', 'v'],
  explore: ['c', 'p', 'i', 'rows', 'cols', 'split', 'level', 'm', 'page', 'v'],
  explain: ['p', 'place', 'cell', 'v'],
  cell: ['file', 'sheet', 'ref', 'v'],
}

function readCountries(text: string): readonly Country[] | undefined {
  const asked = text.split(',')
  const found = countries.filter((country) => asked.includes(country))
  return found.length === 0 || found.length === countries.length ? undefined : found
}

/** `2019-Q1..2020-Q2`; a form with two fields says `2019-Q1,2020-Q2`, in either order. */
function readPeriod(text: string): ViewState['p'] {
  const [first = '', second, ...rest] = text.includes(',') ? text.split(',').sort() : text.split('..')
  const valid = [first, second ?? first].every((quarter) => Quarter.safeParse(quarter).success)
  if (!valid || rest.length > 0 || (second !== undefined && second < first)) return undefined
  return second === undefined ? { from: null, to: first } : { from: first, to: second }
}

/** Each once, in the order of the alphabet. */
function readCodes(text: string): readonly string[] | undefined {
  const found = [...new Set(text.split(','))].filter((code) => indicatorCode.test(code)).sort()
  return found.length === 0 ? undefined : found
}

const indicatorCode = /^(GO|SO\d|OP\d\.\d|X|CTX)\.\d$/

const alone = ['gender', 'changes', 'methods', 'cell', 'explore', 'report', 'quality'] as const
const isAlone = (page: string): page is (typeof alone)[number] => (alone as readonly string[]).includes(page)

function readRoute(parts: readonly string[]): Route | null {
  const [page, code, tail, ...rest] = parts
  if (rest.length > 0) return null
  if (page === undefined) return { page: 'overview' }
  if (code === undefined) return isAlone(page) ? { page } : null
  if (page === 'indicator' && indicatorCode.test(code)) {
    if (tail === undefined) return { page, code }
    return tail === 'explain' ? { page: 'explain', code } : null
  }
  if (tail !== undefined) return null
  if (page === 'objective' && /^(GO|SO[12])$/.test(code)) return { page, code }
  if (page === 'area' && /^FA[1-4]$/.test(code)) return { page, code }
  const country = countries.find((one) => one === code)
  return page === 'country' && country !== undefined ? { page, code: country } : null
}

/** Null where no page can live. What is unknown after the question mark is left out. */
export function parseAddress(url: URL): Address | null {
  const [language = '', ...parts] = url.pathname.replace(/^\/|\/$/g, '').split('/')
  const route = readRoute(parts)
  if (!isLanguage(language) || route === null) return null
  const read = order
    .filter((key) => accepted[route.page].includes(key))
    .map((key) => [key, readers[key](url.searchParams.getAll(key).join(','))] as const)
    .filter(([, value]) => value !== undefined)
  return { language, route, state: Object.fromEntries(read) }
}

function pathOf(route: Route): string {
  if (!('code' in route)) return route.page === 'overview' ? '' : route.page
  return route.page === 'explain' ? `indicator/${route.code}/explain` : `${route.page}/${route.code}`
}

function written(state: ViewState, key: Key): string | undefined {
  if (key === 'c' || key === 'i') return state[key]?.join(',')
  if (key === 'page') return state.page?.toString()
  if (key !== 'p') return state[key]
  return state.p && (state.p.from === null ? state.p.to : `${state.p.from}..${state.p.to}`)
}

/** The address in canonical form: keys in fixed order, only those the page knows. */
export function formatAddress({ language, route, state }: Address): string {
  const query = order
    .filter((key) => accepted[route.page].includes(key))
    .map((key) => [key, written(state, key)] as const)
    .filter((pair): pair is readonly [Key, string] => pair[1] !== undefined)
    .map(([key, text]) => `${key}=${encodeURIComponent(text).replaceAll('%2C', ',')}`)
  return `/${language}/${pathOf(route)}${query.length > 0 ? `?${query.join('&')}` : ''}`
}
