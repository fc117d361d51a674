import { renderToString } from 'solid-js/web'
import type { DoorRequest, RenderDoor } from '../../api/contract/page.ts'
import { localeOf } from '../i18n/locale.ts'
import { doorWordsOf } from '../pages/door-page.ts'
import { PlainDocument } from './plain-document.tsx'

/** It names nothing of the programme to whoever is not signed in. Where a person goes on to stays in every language. */
export const renderDoor: RenderDoor = (request) =>
  `<!doctype html>${renderToString(() => <DoorDocument {...request} />)}`

const headings = {
  'sign-in': 'signin',
  join: 'join.heading',
  account: 'account.heading',
  people: 'people.heading',
} as const
const leads = {
  'sign-in': 'lead',
  join: 'join.lead',
  account: 'account.lead',
  people: 'people.lead',
} as const

function DoorDocument(props: DoorRequest) {
  const { t } = localeOf(props.language)
  const { door, back } = props
  return (
    <PlainDocument
      {...props}
      heading={t(`door.${headings[door]}`)}
      lead={t(`door.${leads[door]}`)}
      current={door}
      path={door === 'sign-in' ? `sign-in?back=${encodeURIComponent(back)}` : door}
      host="door"
      words={doorWordsOf(props)}
    />
  )
}
