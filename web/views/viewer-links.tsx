import { Show } from 'solid-js'
import type { Door, Viewer } from '../../api/contract/page.ts'
import { mayOpen } from '../../api/contract/rights.ts'
import type { Language } from '../../indicators/model/text.ts'
import { localeOf } from '../i18n/locale.ts'

/** Who is signed in, and the way to the own account and to people where that is theirs to see. */
export function ViewerLinks(props: { viewer: Viewer; language: Language; current?: Door }) {
  const { t } = localeOf(props.language)
  const link = (door: Door, text: string) => (
    <a href={`/${props.language}/${door}`} aria-current={props.current === door ? 'page' : undefined}>
      {text}
    </a>
  )
  return (
    <>
      <Show when={mayOpen(props.viewer.role, 'people')}>{link('people', t('door.people.heading'))}</Show>
      {link('account', t('door.who', { name: props.viewer.name }))}
    </>
  )
}
