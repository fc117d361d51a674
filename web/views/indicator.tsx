import { For, Show } from 'solid-js'
import type { ValueCard } from '../pages/indicator-card.ts'
import type { IndicatorPage } from '../pages/indicator-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { PublicFigures } from './public-figures.tsx'
import { Scroller } from './scroller.tsx'
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
          <section aria-labelledby="path">
            <h2 id="path">{locale.t('ui.section.trajectory')}</h2>
            <Windows page={props.page} />
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <Show when={props.page.countries}>
        {(frame) => (
          <section aria-labelledby="countries-heading">
            <h2 id="countries-heading">{locale.t('ui.section.countries')}</h2>
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <Show when={props.page.sex}>
        {(split) => (
          <section aria-labelledby="sex">
            <h2 id="sex">{locale.t('ui.section.sex')}</h2>
            <SplitView split={split()} />
          </section>
        )}
      </Show>
      <Show when={props.page.splits.length > 0}>
        <section aria-labelledby="splits">
          <h2 id="splits">{locale.t('ui.section.splits')}</h2>
          <For each={props.page.splits}>{(split) => <SplitView split={split} />}</For>
        </section>
      </Show>
      <Regions page={props.page} />
      <Values page={props.page} />
      <PublicFigures rows={props.page.figures} />
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
          {({ sex, figure }) => (
            <div class={sex}>
              <dt>
                <SexMark sex={sex} /> {locale.t(`word.cell.sex.${categories[sex]}`)}
              </dt>
              <dd>
                <Value figure={figure} />
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
      <section aria-labelledby="regions">
        <h2 id="regions">{locale.t('ui.section.regions')}</h2>
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
      </section>
    </Show>
  )
}

function Values(props: { page: IndicatorPage }) {
  const { locale } = useView()
  const pairs = () => props.page.values.rows.some(({ pair }) => pair !== null)
  return (
    <section aria-labelledby="values">
      <h2 id="values">{locale.t('ui.section.values')}</h2>
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
                  <th scope="row">{row.quarter}</th>
                  <For each={row.figures}>
                    {(figure) => (
                      <td class="number">
                        <Value figure={figure} />
                      </td>
                    )}
                  </For>
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
    </section>
  )
}

function Definition(props: { page: IndicatorPage }) {
  const { locale } = useView()
  return (
    <section class="definition" aria-labelledby="definition">
      <h2 id="definition">{locale.t('ui.section.definition')}</h2>
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
    </section>
  )
}
