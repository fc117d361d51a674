import { renderToString } from 'solid-js/web'
import type { DeskRequest, RenderDesk } from '../../api/contract/page.ts'
import { mayAsk } from '../../api/contract/rights.ts'
import type { FollowingDesk } from '../desk/words.ts'
import { localeOf } from '../i18n/locale.ts'
import { checkWordsIn } from '../pages/check-words.ts'
import { deskWordsOf } from '../pages/desk-page.ts'
import { PlainDocument } from './plain-document.tsx'

/** A page of those who send files and decide about them. */
export const renderDesk: RenderDesk = (request) =>
  `<!doctype html>${renderToString(() => <DeskDocument {...request} />)}`

function DeskDocument(props: DeskRequest) {
  return props.desk === 'check' ? CheckDocument(props) : FollowingDocument(props, props.desk)
}

/** Where a file is looked at and checked, and may be sent. */
function CheckDocument(props: DeskRequest) {
  const locale = localeOf(props.language)
  const { t } = locale
  return (
    <PlainDocument
      {...props}
      heading={t('check.heading')}
      lead={`${t('check.lead')} ${t('check.private')}`}
      current="check"
      path="check"
      host="check"
      words={checkWordsIn(locale, mayAsk(props.viewer.role, 'send-submission'))}
    />
  )
}

function FollowingDocument(props: DeskRequest, desk: FollowingDesk) {
  const { t } = localeOf(props.language)
  const { id } = props
  return (
    <PlainDocument
      {...props}
      heading={t(`desk.${desk}.heading`)}
      lead={t(`desk.${desk}.lead`)}
      current={desk}
      path={id === '' ? desk : `${desk}/${encodeURIComponent(id)}`}
      host="desk"
      words={deskWordsOf(props, desk)}
    />
  )
}
