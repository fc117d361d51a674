import type { WindowTable } from '../pages/window-rows.ts'
import { FigureTable } from './figure-table.tsx'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'

/** The same quarter's end over every window, for reports that count otherwise. */
export function OtherWindows(props: { table: WindowTable }) {
  const { locale } = useView()
  return (
    <Section id="other-windows" heading={locale.t('ui.section.windows')}>
      <p class="section-note">{locale.t('ui.section.windows.note', { day: props.table.day })}</p>
      <FigureTable
        class="values"
        label={locale.t('ui.section.windows')}
        corner={locale.t('ui.column.window')}
        columns={props.table.columns}
        rows={props.table.rows}
      />
    </Section>
  )
}
