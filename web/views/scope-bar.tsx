import { For, Show } from 'solid-js'
import type { Scope, Shell } from '../pages/shell.ts'
import { useView } from './view-context.ts'

/** What is in view, always in sight; the form that changes it is an ordinary one. */
export function ScopeBar(props: { shell: Shell }) {
  const { locale } = useView()
  const { scope } = props.shell
  const changeable = () =>
    scope.countries !== null || scope.periods !== null || scope.bySex !== null || scope.tables !== null
  return (
    <aside class="scope" aria-label={locale.t('ui.scope.label')}>
      <div class="inner">
        <Show when={props.shell.release.illustrative}>
          <strong class="badge">{locale.t('ui.illustrative')}</strong>
        </Show>
        <Show when={props.shell.release.internal}>
          <strong class="badge internal">{locale.t('ui.internal')}</strong>
        </Show>
        <ul class="scope-words">
          <For each={scope.statement}>{(part) => <li>{part}</li>}</For>
        </ul>
        <Show when={changeable()}>
          <details class="menu scope-change">
            <summary>{locale.t('ui.scope.change')}</summary>
            <ScopeForm scope={scope} />
          </details>
        </Show>
      </div>
    </aside>
  )
}

function ScopeForm(props: { scope: Scope }) {
  const { locale } = useView()
  return (
    <form method="get" action={props.scope.action}>
      <For each={props.scope.hidden}>
        {(field) => <input type="hidden" name={field.name} value={field.value} />}
      </For>
      <Show when={props.scope.countries}>
        {(countries) => (
          <fieldset>
            <legend>{locale.t('ui.nav.countries')}</legend>
            <For each={countries()}>
              {(country) => (
                <Tick name="c" value={country.code} label={country.name} checked={country.checked} />
              )}
            </For>
          </fieldset>
        )}
      </Show>
      <Show when={props.scope.periods}>
        {(periods) => (
          <label class="field">
            <span>{locale.t('ui.scope.period')}</span>
            <select name="p">
              <For each={periods()}>
                {(period) => (
                  <option value={period.value} selected={period.selected}>
                    {period.text}
                  </option>
                )}
              </For>
            </select>
          </label>
        )}
      </Show>
      <Show when={props.scope.bySex !== null}>
        <Tick
          name="by"
          value="sex"
          label={locale.t('ui.scope.splitBySex')}
          checked={props.scope.bySex === true}
        />
      </Show>
      <Show when={props.scope.tables !== null}>
        <Tick
          name="view"
          value="table"
          label={locale.t('ui.scope.showTables')}
          checked={props.scope.tables === true}
        />
      </Show>
      <button type="submit">{locale.t('ui.scope.apply')}</button>
    </form>
  )
}

function Tick(props: { name: string; value: string; label: string; checked: boolean }) {
  return (
    <label class="tick">
      <input type="checkbox" name={props.name} value={props.value} checked={props.checked} />
      <span>{props.label}</span>
    </label>
  )
}
