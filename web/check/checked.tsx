import { For, Show } from 'solid-js'
import type { CheckSummary, ToldFinding } from '../../api/contract/check-file.ts'
import type { FirstLook } from '../../api/contract/get-first-look.ts'
import { Differences } from './differences.tsx'
import { Findings } from './findings.tsx'
import { Questions } from './questions.tsx'
import { Send, type Sending } from './send.tsx'
import { filled, type Words } from './words.ts'

interface Props {
  summary: CheckSummary
  findings: readonly ToldFinding[]
  words: Words
  /** What a column or row may be besides what is offered. */
  meanings: FirstLook['meanings']
  onAnswer(answers: Readonly<Record<string, string>>): void
  sending: Sending
}

/** What an import would say: the verdict, what is asked, what changes, what is to be mended. */
export function Checked(props: Props) {
  const { says } = props.words
  const read = () => {
    const { mapping, quarters, values } = props.summary
    return mapping === null || quarters.length === 0
      ? null
      : filled(says.read, { mapping, quarters: quarters.join(', '), values })
  }
  return (
    <>
      <h2 tabindex="-1">{filled(says[`verdict.${props.summary.verdict}`], { file: props.summary.file })}</h2>
      <Show when={read()}>{(text) => <p>{text()}</p>}</Show>
      <Show when={props.summary.solved}>{(solved) => <p>{filled(says.solved, solved())}</p>}</Show>
      <Show when={props.summary.readings.length > 0}>
        <details open={props.summary.questions.some(({ kind }) => kind === 'layout')}>
          <summary>{says.readings}</summary>
          <dl class="check-readings">
            <For each={props.summary.readings}>
              {(reading) => (
                <div>
                  <dt>
                    <bdi>{reading.header === '' ? reading.cell : reading.header}</bdi>
                  </dt>
                  <dd>
                    {reading.meaning}
                    <Show when={reading.samples.length > 0}>
                      {' '}
                      <small>
                        <bdi>{reading.samples.join('; ')}</bdi>
                      </small>
                    </Show>
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </details>
      </Show>
      <Show when={props.summary.questions.length > 0}>
        <Questions
          questions={props.summary.questions}
          meanings={props.meanings}
          words={props.words}
          onAnswer={props.onAnswer}
        />
      </Show>
      <Show when={props.summary.differences}>
        {(differences) => <Differences differences={differences()} words={props.words} />}
      </Show>
      <Show when={props.words.maySend && props.summary.verdict === 'acceptable'}>
        <Send summary={props.summary} words={props.words} sending={props.sending} />
      </Show>
      <Findings findings={props.findings} words={props.words} />
    </>
  )
}
