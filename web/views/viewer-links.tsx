import { Show } from 'solid-js'
import type { Desk, Door, Viewer } from '../../api/contract/page.ts'
import { mayOpen } from '../../api/contract/rights.ts'
import type { Language } from '../../indicators/model/text.ts'
import { localeOf } from '../i18n/locale.ts'

/** Who is signed in, and the way to the own account and to what is theirs to do. */
export function ViewerLinks(props: { viewer: Viewer; language: Language; current?: Door | Desk }) {
  const { t } = localeOf(props.language)
  const link = (page: Door | Desk, text: string) => (
    <a href={`/${props.language}/${page}`} aria-current={props.current === page ? 'page' : undefined}>
      {text}
    </a>
  )
  return (
    <>
      <Show when={mayOpen(props.viewer.role, 'tasks')}>{link('tasks', t('desk.tasks.heading'))}</Show>
      <Show when={mayOpen(props.viewer.role, 'check')}>{link('check', t('check.heading'))}</Show>
      <Show when={mayOpen(props.viewer.role, 'publish')}>{link('publish', t('desk.publish.heading'))}</Show>
      <Show when={mayOpen(props.viewer.role, 'audit')}>{link('audit', t('desk.audit.heading'))}</Show>
      <Show when={mayOpen(props.viewer.role, 'people')}>{link('people', t('door.people.heading'))}</Show>
      {link('account', t('door.who', { name: props.viewer.name }))}
    </>
  )
}
