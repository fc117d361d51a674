import type { Viewer } from '../../api/contract/page.ts'
import { countries } from '../../indicators/model/place.ts'
import { languages } from '../../indicators/model/text.ts'
import { locales } from '../i18n/locales.ts'
import { type Address, formatAddress, type Route } from './address.ts'
import { coded, hrefTo, hrefWith, type PageContext, spanText } from './context.ts'

export interface NavLink {
  text: string
  href: string
  current: boolean
}

export interface NavGroup {
  label: string
  links: readonly NavLink[]
}

/** What surrounds every page: where one is, where one can go, what is in view, which release. */
export interface Shell {
  canonical: string
  languages: readonly { code: string; endonym: string; direction: string; href: string; current: boolean }[]
  overview: NavLink
  groups: readonly NavGroup[]
  links: readonly NavLink[]
  crumbs: readonly { text: string; href: string | null }[]
  scope: Scope
  release: { id: string; dataAsOf: string; internal: boolean; illustrative: boolean; pinned: boolean }
  /** The same view of the current release. */
  unpinned: string
  citation: { text: string; href: string }
  viewer: Viewer | null
}

/** What is in view, and the form that changes it. */
export interface Scope {
  statement: readonly string[]
  action: string
  hidden: readonly { name: string; value: string }[]
  countries: readonly { code: string; name: string; checked: boolean }[] | null
  periods: readonly { value: string; text: string; selected: boolean }[] | null
  bySex: boolean | null
  tables: boolean | null
}

const same = (a: Route, b: Route) =>
  a.page === b.page && ('code' in a ? a.code : '') === ('code' in b ? b.code : '')

function link(context: PageContext, route: Route, text: string): NavLink {
  return { text, href: hrefTo(context, route), current: same(context.address.route, route) }
}

function groups(context: PageContext): NavGroup[] {
  const { t } = context.locale
  const named = (page: 'objective' | 'area', codes: readonly string[]) =>
    context.programme.chain
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name }) => link(context, { page, code }, coded(context, code, name)))
  return [
    { label: t('ui.nav.objectives'), links: named('objective', ['GO', 'SO1', 'SO2']) },
    { label: t('ui.nav.areas'), links: named('area', ['FA1', 'FA2', 'FA3', 'FA4']) },
    {
      label: t('ui.nav.countries'),
      links: countries.map((code) => link(context, { page: 'country', code }, t(`word.place.${code}`))),
    },
  ]
}

function crumbsOf(context: PageContext): Shell['crumbs'] {
  const { route } = context.address
  const { t } = context.locale
  const home = { text: t('ui.nav.overview'), href: hrefTo(context, { page: 'overview' }) }
  if (route.page === 'overview') return []
  if (!('code' in route)) return [home, { text: t(`ui.nav.${route.page}`), href: null }]
  if (route.page === 'country') return [home, { text: t(`word.place.${route.code}`), href: null }]
  if (route.page === 'objective' || route.page === 'area') return [home, { text: route.code, href: null }]
  const indicator = context.programme.indicators.find(({ code }) => code === route.code)
  const area = indicator?.area
  const objective = indicator?.objectives.length === 1 ? indicator.objectives[0] : undefined
  return [
    home,
    ...(objective === undefined
      ? []
      : [{ text: objective, href: hrefTo(context, { page: 'objective', code: objective }) }]),
    ...(area === undefined || area === 'all'
      ? []
      : [{ text: area, href: hrefTo(context, { page: 'area', code: area }) }]),
    {
      text: route.code,
      href: route.page === 'explain' ? hrefTo(context, { page: 'indicator', code: route.code }) : null,
    },
    ...(route.page === 'explain' ? [{ text: t('ui.nav.explain'), href: null }] : []),
  ]
}

const withCountries: readonly Route['page'][] = ['overview', 'objective', 'area', 'indicator', 'gender']
const withSex: readonly Route['page'][] = ['overview', 'objective', 'area', 'country', 'indicator']

function statementOf(context: PageContext): string[] {
  const { t, format } = context.locale
  const { state, route } = context.address
  const { release } = context.programme
  const period = state.p ?? { from: null, to: release.quarter }
  const placed = route.page === 'country' ? [t(`word.place.${route.code}`)] : null
  const shown = placed ?? state.c?.map((code) => t(`word.place.${code}`)) ?? null
  return [
    shown === null ? t('ui.scope.allCountries') : t('ui.scope.countries', { countries: format.list(shown) }),
    period.from === null
      ? t('ui.scope.until', { quarter: format.quarter(period.to) })
      : spanText(context, period.from, period.to),
    ...(withSex.includes(route.page) ? [t(state.by === 'sex' ? 'ui.scope.bySex' : 'ui.scope.total')] : []),
    t('ui.scope.dataAsOf', { date: format.date(release.dataAsOf) }),
  ]
}

function scopeOf(context: PageContext, quarters: readonly string[]): Scope {
  const { address, locale } = context
  const { state, route } = address
  const chosen = state.p?.to ?? context.programme.release.quarter
  const kept = (['status', 'place', 'cell', 'file', 'sheet', 'ref', 'v'] as const).flatMap((name) => {
    const value = state[name]
    return value === undefined ? [] : [{ name, value }]
  })
  return {
    statement: statementOf(context),
    action: formatAddress({ ...address, state: {} }),
    hidden: kept,
    countries: withCountries.includes(route.page)
      ? countries.map((code) => ({
          code,
          name: locale.t(`word.place.${code}`),
          checked: state.c?.includes(code) ?? true,
        }))
      : null,
    periods:
      quarters.length === 0
        ? null
        : quarters.toReversed().map((value) => ({
            value,
            text: locale.format.quarter(value),
            selected: value === chosen,
          })),
    bySex: withSex.includes(route.page) ? state.by === 'sex' : null,
    tables: ['changes', 'methods', 'explain', 'cell', 'explore', 'report'].includes(route.page)
      ? null
      : state.view === 'table',
  }
}

/** @param quarters those a page can be asked for; none where it always shows the latest */
export function shellOf(context: PageContext, title: string, quarters: readonly string[]): Shell {
  const { address, locale, programme } = context
  const { t, format } = locale
  const { release } = programme
  const pinned: Address = { ...address, state: { ...address.state, v: release.id } }
  return {
    canonical: formatAddress(address),
    languages: languages.map((language) => ({
      code: language,
      ...{ endonym: locales[language].endonym, direction: locales[language].direction },
      href: formatAddress({ ...address, language }),
      current: language === address.language,
    })),
    overview: link(context, { page: 'overview' }, t('ui.nav.overview')),
    groups: groups(context),
    links: [
      link(context, { page: 'gender' }, t('ui.nav.gender')),
      link(context, { page: 'explore' }, t('ui.nav.explore')),
      link(context, { page: 'quality' }, t('ui.nav.quality')),
      link(context, { page: 'changes' }, t('ui.nav.changes')),
      link(context, { page: 'methods' }, t('ui.nav.methods')),
    ],
    crumbs: crumbsOf(context),
    scope: scopeOf(context, quarters),
    release: {
      id: release.id,
      dataAsOf: format.date(release.dataAsOf),
      internal: release.edition === 'internal',
      illustrative: release.illustrative,
      pinned: address.state.v !== undefined,
    },
    unpinned: hrefWith(context, { v: undefined }),
    viewer: context.viewer,
    citation: {
      text: t('ui.cite.text', { title, date: format.date(release.dataAsOf), version: release.id }),
      href: hrefWith({ ...context, address: pinned }, {}),
    },
  }
}
