import { For, Show } from 'solid-js'
import type { ExplainPage } from '../pages/explain-page.ts'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

/** One figure taken apart. */
export function Explain(props: { page: ExplainPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <p class="kicker">
          <bdi class="code">{props.page.code}</bdi>
        </p>
        <h1>
          <Words phrase={props.page.title} />
        </h1>
        <p class="explained">
          <span class="card-value">
            <Value figure={props.page.figure} />
          </span>
          <span>{props.page.of}</span>
        </p>
        <p>
          <a href={props.page.back}>{locale.t('ui.moreOn')}</a>
        </p>
      </header>
      <Section class="prose" id="definition" heading={locale.t('ui.section.definitionAlone')}>
        <p class="lead">
          <Words phrase={props.page.definition} />
        </p>
      </Section>
      <Section class="prose" id="computation" heading={locale.t('ui.section.computation')}>
        <p class="lead">
          <Words phrase={props.page.computation} />
        </p>
        <For each={props.page.sentences}>{(sentence) => <p>{sentence}</p>}</For>
      </Section>
      <Inputs page={props.page} />
      <Section class="prose" id="coverage" heading={locale.t('ui.section.coverage')}>
        <p>{props.page.coverage}</p>
        <Show when={props.page.figure.note}>
          <p>{props.page.figure.note}</p>
        </Show>
      </Section>
      <Section id="lineage" heading={locale.t('ui.section.lineage')}>
        <Show when={props.page.lineage} fallback={<p>{locale.t('ui.section.lineage.public')}</p>}>
          {(rows) => <Lineage rows={rows()} />}
        </Show>
      </Section>
    </>
  )
}

function Inputs(props: { page: ExplainPage }) {
  const { locale } = useView()
  return (
    <Section id="inputs" heading={locale.t('ui.section.inputs')}>
      <Scroller label={locale.t('ui.section.inputs')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.role')}</th>
              <th scope="col">{locale.t('ui.column.element')}</th>
              <th scope="col">{locale.t('ui.column.over')}</th>
              <th scope="col" class="number">
                {locale.t('ui.column.value')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.page.inputs}>
              {(input) => (
                <tr>
                  <th scope="row">{input.role}</th>
                  <td>
                    <For each={input.elements}>
                      {(element, i) => (
                        <>
                          {i() > 0 ? ' + ' : ''}
                          <bdi class="code">{element}</bdi>
                        </>
                      )}
                    </For>
                  </td>
                  <td>{input.over}</td>
                  <td class="number">
                    <bdi>{input.value}</bdi>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </Section>
  )
}

function Lineage(props: { rows: NonNullable<ExplainPage['lineage']> }) {
  const { locale } = useView()
  const heads = ['element', 'place', 'cell', 'period', 'value', 'file', 'sheet', 'ref'] as const
  return (
    <Scroller label={locale.t('ui.section.lineage')}>
      <table class="lineage">
        <thead>
          <tr>
            <For each={heads}>
              {(head) => (
                <th scope="col" classList={{ number: head === 'value' }}>
                  {locale.t(`ui.column.${head}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <bdi class="code">{row.element}</bdi>
                </th>
                <td>
                  <bdi>{row.place}</bdi>
                </td>
                <td>{row.cell}</td>
                <td>{row.period}</td>
                <td class="number">
                  <bdi>{row.value}</bdi>
                  <Show when={row.derived}>
                    <small>{locale.t('ui.derived')}</small>
                  </Show>
                </td>
                <td>
                  <bdi>{row.at.file}</bdi>
                </td>
                <td>
                  <bdi>{row.at.sheet}</bdi>
                </td>
                <td>
                  <bdi>{row.at.ref}</bdi>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  )
}
