import { For } from 'solid-js'
import { useView } from './view-context.ts'

/** What programs call these forms is the same in every language. */
const forms = [
  ['CSV', 'values.csv'],
  ['XLSX', 'values.xlsx'],
  ['JSON', 'values'],
  ['Arrow', 'values.arrow'],
  ['SDMX-CSV', 'values.sdmx.csv'],
  ['Data Package', 'datapackage'],
  ['IATI', 'iati'],
  ['IATI (NL)', 'iati-nl'],
] as const

/** All values of the release, in every form there is, and a report of it. */
export function DataLinks() {
  const { locale, version } = useView()
  return (
    <>
      {locale.t('ui.allValues')}:{' '}
      <For each={forms}>
        {([name, address], index) => (
          <>
            {index() > 0 ? ' · ' : ''}
            <a href={`/api/${address}?v=${version}`}>
              <bdi class="code">{name}</bdi>
            </a>
          </>
        )}
      </For>{' '}
      ·{' '}
      <a href={`/${locale.language}/report`}>
        {locale.t('ui.nav.report')} <bdi class="code">(Word)</bdi>
      </a>
    </>
  )
}
