import { For, Show } from 'solid-js'
import type { ExplainPage } from '../pages/explain-page.ts'
import { Countries, Inputs, LeftOut, Lineage } from './explain-tables.tsx'
import { Section } from './section.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

/** One figure taken apart. */
export function Explain(props: { page: ExplainPage }) {
  const { locale } = useView()
  return (
    <>
      <Opening page={props.page} />
      <Section class="prose" id="definition" heading={locale.t('ui.section.definitionAlone')}>
        <p class="lead">
          <Words phrase={props.page.definition} />
        </p>
        <p>{props.page.version}</p>
      </Section>
      <Section class="prose" id="computation" heading={locale.t('ui.section.computation')}>
        <p class="lead">
          <Words phrase={props.page.computation} />
        </p>
        <For each={props.page.sentences}>{(sentence) => <p>{sentence}</p>}</For>
      </Section>
      <Show when={props.page.steps.length > 0}>
        <Section class="prose" id="steps" heading={locale.t('ui.section.steps')}>
          <ol>
            <For each={props.page.steps}>{(step) => <li>{step}</li>}</For>
          </ol>
        </Section>
      </Show>
      <Show when={props.page.countries.length > 0}>
        <Section id="countries" heading={locale.t('ui.section.countries')}>
          <Countries rows={props.page.countries} />
        </Section>
      </Show>
      <Section id="inputs" heading={locale.t('ui.section.inputs')}>
        <Inputs rows={props.page.inputs} inner={props.page.inner} />
      </Section>
      <Section class="prose" id="coverage" heading={locale.t('ui.section.coverage')}>
        <p>{props.page.coverage}</p>
        <Show when={props.page.figure.note}>
          <p>{props.page.figure.note}</p>
        </Show>
      </Section>
      <Show when={props.page.inner}>
        <Section id="excluded" heading={locale.t('ui.section.excluded')}>
          <Show
            when={props.page.excluded.rows.length > 0}
            fallback={<p>{locale.t('page.explain.nothingExcluded')}</p>}
          >
            <LeftOut table={props.page.excluded} json={props.page.json} />
          </Show>
        </Section>
      </Show>
      <Section id="lineage" heading={locale.t('ui.section.lineage')}>
        <Show when={props.page.lineage} fallback={<p>{locale.t('ui.section.lineage.public')}</p>}>
          {(table) => <Lineage table={table()} json={props.page.json} />}
        </Show>
      </Section>
      <p>
        <a href={props.page.json}>{locale.t('page.explain.asData')}</a>
      </p>
    </>
  )
}

function Opening(props: { page: ExplainPage }) {
  const { locale } = useView()
  return (
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
  )
}
