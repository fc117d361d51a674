import { For } from 'solid-js'
import type { MethodsPage } from '../pages/methods-page.ts'
import { Opening } from './opening.tsx'
import { Section } from './section.tsx'
import { StatusTag } from './status-tag.tsx'
import { useView } from './view-context.ts'

export function Methods(props: { page: MethodsPage }) {
  const { locale } = useView()
  return (
    <>
      <Opening heading={props.page.heading} lead={props.page.lead} />
      <Section id="states" heading={locale.t('ui.section.states')}>
        <dl class="terms">
          <For each={props.page.states}>
            {(state) => (
              <div id={state.id}>
                <dt>
                  <b class="mark">
                    <bdi>{state.mark}</bdi>
                  </b>{' '}
                  {state.word}
                </dt>
                <dd>{state.text}</dd>
              </div>
            )}
          </For>
        </dl>
      </Section>
      <Section id="statuses" heading={locale.t('ui.section.statuses')}>
        <dl class="terms">
          <For each={props.page.statuses}>
            {(status) => (
              <div id={`status-${status.status}`}>
                <dt>
                  <StatusTag rating={status} />
                </dt>
                <dd>{status.text}</dd>
              </div>
            )}
          </For>
        </dl>
      </Section>
      <div class="prose-pairs">
        <For each={props.page.sections}>
          {(section) => (
            <section class="prose" aria-labelledby={section.id}>
              <h2 id={section.id}>{section.heading}</h2>
              <For each={section.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
            </section>
          )}
        </For>
      </div>
    </>
  )
}
