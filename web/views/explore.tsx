import { For, Show } from 'solid-js'
import type { ExploredTable, ExplorePage } from '../pages/explore-page.ts'
import type { Option } from '../pages/option.ts'
import { Choice } from './choice.tsx'
import { FigureCells } from './figure-cells.tsx'
import { Opening } from './opening.tsx'
import { Scroller } from './scroller.tsx'
import { useView } from './view-context.ts'

type Form = ExplorePage['form']

/** A table somebody puts together of published figures; its address is the table. */
export function Explore(props: { page: ExplorePage }) {
  const { locale } = useView()
  return (
    <>
      <Opening heading={props.page.heading} lead={props.page.lead} />
      <Chooser form={props.page.form} />
      <Show when={props.page.table} fallback={<p>{locale.t('page.explore.none')}</p>}>
        {(table) => <Explored table={table()} />}
      </Show>
    </>
  )
}

function Chooser(props: { form: Form }) {
  const { locale } = useView()
  return (
    <form class="choices" method="get" action={props.form.action}>
      <Show when={props.form.pin}>{(pin) => <input type="hidden" name="v" value={pin()} />}</Show>
      <details class="explore-indicators">
        <summary>{props.form.chosen}</summary>
        <For each={props.form.groups}>
          {(group) => (
            <fieldset>
              <legend>{group.label}</legend>
              <Ticks name="i" options={group.indicators} />
            </fieldset>
          )}
        </For>
      </details>
      <fieldset class="explore-countries">
        <legend>{locale.t('ui.nav.countries')}</legend>
        <Ticks name="c" options={props.form.countries} />
      </fieldset>
      <div class="choice-fields">
        <Choice name="level" label={locale.t('page.explore.level')} options={props.form.level} />
        <Choice name="p" label={locale.t('page.explore.from')} options={props.form.from} />
        <Choice name="p" label={locale.t('page.explore.to')} options={props.form.to} />
        <Choice name="split" label={locale.t('page.explore.split')} options={props.form.split} />
        <Choice name="rows" label={locale.t('page.explore.rows')} options={props.form.rows} />
        <Choice name="cols" label={locale.t('page.explore.cols')} options={props.form.cols} />
        <Choice name="m" label={locale.t('page.explore.measure')} options={props.form.measure} />
      </div>
      <button type="submit">{locale.t('ui.scope.apply')}</button>
    </form>
  )
}

function Ticks(props: { name: string; options: readonly Option[] }) {
  return (
    <For each={props.options}>
      {(option) => (
        <label class="tick">
          <input type="checkbox" name={props.name} value={option.value} checked={option.chosen} />
          <span>{option.text}</span>
        </label>
      )}
    </For>
  )
}

function Explored(props: { table: ExploredTable }) {
  const view = useView()
  const { t } = view.locale
  return (
    <section id="explored" aria-label={t('page.explore.heading')}>
      <Parts parts={props.table.parts} />
      <Scroller label={props.table.caption}>
        <table class="explored">
          <caption>{props.table.caption}</caption>
          <thead>
            <tr>
              <For each={props.table.labels}>{(label) => <th scope="col">{label}</th>}</For>
              <For each={props.table.columns}>
                {(column) => (
                  <th scope="col" class="number">
                    {column.label}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.table.rows}>
              {(row) => (
                <tr>
                  <For each={row.labels}>{(label) => <th scope="row">{label}</th>}</For>
                  <FigureCells figures={row.figures} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
      <Parts parts={props.table.parts} />
      <p class="table-links">
        <a href={view.csv} download="" data-csv="explored">
          {t('page.explore.csv')}
        </a>{' '}
        <button
          type="button"
          class="plain"
          data-copy="explored"
          data-copied={t('page.explore.copied')}
          hidden
        >
          {t('page.explore.copy')}
        </button>
      </p>
    </section>
  )
}

function Parts(props: { parts: ExploredTable['parts'] }) {
  const { locale } = useView()
  return (
    <Show when={props.parts}>
      {(parts) => (
        <p class="explore-parts">
          <span>{parts().text}</span>
          <Show when={parts().before}>
            {(href) => (
              <a href={href()} rel="prev">
                {locale.t('page.explore.before')}
              </a>
            )}
          </Show>
          <Show when={parts().after}>
            {(href) => (
              <a href={href()} rel="next">
                {locale.t('page.explore.after')}
              </a>
            )}
          </Show>
        </p>
      )}
    </Show>
  )
}
