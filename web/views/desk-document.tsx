import { renderToString } from 'solid-js/web'
import type { DeskRequest, RenderDesk } from '../../api/contract/page.ts'
import { localeOf } from '../i18n/locale.ts'
import { deskWordsOf } from '../pages/desk-page.ts'
import { PlainDocument } from './plain-document.tsx'

/** A page of those who send files and decide about them. */
export const renderDesk: RenderDesk = (request) =>
  `<!doctype html>${renderToString(() => <DeskDocument {...request} />)}`

function DeskDocument(props: DeskRequest) {
  const { t } = localeOf(props.language)
  const { desk, id } = props
  return (
    <PlainDocument
      {...props}
      heading={t(`desk.${desk}.heading`)}
      lead={t(`desk.${desk}.lead`)}
      current={desk}
      path={id === '' ? desk : `${desk}/${encodeURIComponent(id)}`}
      host="desk"
      words={deskWordsOf(props)}
    />
  )
}
