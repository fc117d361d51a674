import { For } from 'solid-js'
import type { ReportPage } from '../pages/report-page.ts'
import { Choice } from './choice.tsx'
import { Opening } from './opening.tsx'
import { useView } from './view-context.ts'

/** What a report is to be about; the answer is a Word file. */
export function ReportForm(props: { page: ReportPage }) {
  const { locale } = useView()
  return (
    <>
      <Opening heading={props.page.heading} lead={props.page.lead} />
      <form class="choices" method="get" action="/api/report">
        <input type="hidden" name="v" value={props.page.version} />
        <div class="choice-fields">
          <For each={props.page.choices}>{(choice) => <Choice {...choice} />}</For>
        </div>
        <button type="submit">{locale.t('page.report.submit')}</button>
      </form>
    </>
  )
}
