import { For } from 'solid-js'
import { descriptions, downloads } from '../../indicators/model/download.ts'
import { useView } from './view-context.ts'

/** All values of the release, in every form there is, and a report of it. */
export function DataLinks() {
  const { locale, version } = useView()
  return (
    <>
      {locale.t('ui.allValues')}:{' '}
      <For each={[...downloads, ...descriptions]}>
        {({ label, address }, index) => (
          <>
            {index() > 0 ? ' · ' : ''}
            <a href={`/api/${address}?v=${version}`}>
              <bdi class="code">{label}</bdi>
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
