import { For, Show } from 'solid-js'
import type { ValueCard } from '../pages/indicator-card.ts'
import type { IndicatorPage } from '../pages/indicator-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { FigureCells } from './figure-cells.tsx'
import { History } from './history.tsx'
import { OtherWindows } from './other-windows.tsx'
import { PublicFigures } from './public-figures.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { SexMark } from './sex-mark.tsx'
import { SplitView } from './split-view.tsx'
import { StatusTag } from './status-tag.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

export function IndicatorView(props: { page: IndicatorPage }) {
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
        <p class="answer">{props.page.answer}</p>
        <Card card={props.page.card} explain={props.page.explain} />
      </header>
      <Show when={props.page.trajectory}>
        {(frame) => (
          <Section id="path" heading={locale.t('ui.section.trajectory')}>
            <Windows page={props.page} />
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <Show when={props.page.countries}>
        {(frame) => (
          <Section id="countries-heading" heading={locale.t('ui.section.countries')}>
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <Show when={props.page.sex}>
        {(split) => (
          <Section id="sex" heading={locale.t('ui.section.sex')}>
            <SplitView split={split()} />
          </Section>
        )}
      </Show>
      <Show when={props.page.splits.length > 0}>
        <Section id="splits" heading={locale.t('ui.section.splits')}>
          <For each={props.page.splits}>{(split) => <SplitView split={split} />}</For>
        </Section>
      </Show>
      <Regions page={props.page} />
      <Values page={props.page} />
      <Show when={props.page.otherWindows}>{(table) => <OtherWindows table={table()} />}</Show>
      <PublicFigures rows={props.page.figures} />
      <History changes={props.page.history} />
      <Definition page={props.page} />
    </>
  )
}

function Card(props: { card: ValueCard; explain: string }) {
  const { locale } = useView()
  return (
    <div class="card">
      <div class="card-main">
        <p class="card-value">
          <Value figure={props.card.latest} />
        </p>
        <p class="card-when">
          {props.card.asOf}
          <Show when={props.card.pair}>
            {' '}
            · <bdi dir="ltr">{props.card.pair}</bdi>
          </Show>
        </p>
        <Show when={props.card.rating}>{(rating) => <StatusTag rating={rating()} />}</Show>
        <p>
          <a href={props.explain}>{locale.t('ui.howComputed')}</a>
        </p>
      </div>
      <dl class="card-facts">
        <For each={props.card.facts}>
          {(fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>
                <bdi>{fact.text}</bdi>
                <Show when={fact.note}>
                  <small>{fact.note}</small>
                </Show>
              </dd>
            </div>
          )}
        </For>
        <For each={props.card.bySex}>
          {({ sex, figure, target, rating }) => (
            <div class={sex}>
              <dt>
                <SexMark sex={sex} /> {locale.t(`word.cell.sex.${categories[sex]}`)}
              </dt>
              <dd>
                <Value figure={figure} />
                <Show when={target}>
                  <small>
                    {locale.t('ui.fact.target')} <bdi>{target}</bdi>{' '}
                    <Show when={rating}>{(own) => <StatusTag rating={own()} />}</Show>
                  </small>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </div>
  )
}

const categories = { women: 'female', men: 'male', unknown: 'unknown' } as const

function Windows(props: { page: IndicatorPage }) {
  const { locale } = useView()
  return (
    <nav class="windows" aria-label={locale.t('ui.column.period')}>
      <For each={props.page.windows}>
        {(window) => (
          <a href={window.href} aria-current={window.current ? 'true' : undefined}>
            {window.text}
          </a>
        )}
      </For>
    </nav>
  )
}

function Regions(props: { page: IndicatorPage }) {
  const { locale } = useView()
  return (
    <Show when={props.page.regions.length > 0}>
      <Section id="regions" heading={locale.t('ui.section.regions')}>
        <p class="section-note">{locale.t('ui.section.regions.note')}</p>
        <div class="regions">
          <For each={props.page.regions}>
            {(country) => (
              <table>
                <caption>{country.country}</caption>
                <thead class="unseen">
                  <tr>
                    <th scope="col">{locale.t('ui.column.region')}</th>
                    <th scope="col">{locale.t('ui.column.value')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={country.regions}>
                    {(region) => (
                      <tr>
                        <th scope="row">
                          <bdi>{region.name}</bdi>
                        </th>
                        <td class="number">
                          <Value figure={region.figure} />
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            )}
          </For>
        </div>
      </Section>
    </Show>
  )
}

function Values(props: { page: IndicatorPage }) {
  const { locale } = useView()
  const pairs = () => props.page.values.rows.some(({ pair }) => pair !== null)
  return (
    <Section id="values" heading={locale.t('ui.section.values')}>
      <Scroller label={locale.t('ui.section.values')}>
        <table class="values">
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.quarter')}</th>
              <For each={props.page.values.columns}>
                {(column) => (
                  <th scope="col" class="number">
                    {column}
                  </th>
                )}
              </For>
              <Show when={pairs()}>
                <th scope="col" class="number">
                  {locale.t('ui.column.pair')}
                </th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={props.page.values.rows}>
              {(row) => (
                <tr>
                  <th scope="row" title={row.note ?? undefined}>
                    {row.quarter}
                    <Show when={row.note}>{(note) => <span class="unseen"> {note()}</span>}</Show>
                  </th>
                  <FigureCells figures={row.figures} />
                  <Show when={pairs()}>
                    <td class="number">
                      <bdi dir="ltr">{row.pair}</bdi>
                    </td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </Section>
  )
}

function Definition(props: { page: IndicatorPage }) {
  const { locale } = useView()
  return (
    <Section class="definition" id="definition" heading={locale.t('ui.section.definition')}>
      <p class="lead">
        <Words phrase={props.page.definition} />
      </p>
      <p>
        <Words phrase={props.page.computation} />
      </p>
      <dl class="facts">
        <For each={props.page.facts}>
          {(fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>
                <Words phrase={fact.phrase} />
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.page.related.length > 0}>
        <h3>{locale.t('ui.section.related')}</h3>
        <ul class="related">
          <For each={props.page.related}>
            {(other) => (
              <li>
                <a href={other.href}>
                  <bdi class="code">{other.code}</bdi> <Words phrase={other.title} />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  )
}
