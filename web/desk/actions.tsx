import { createSignal, For, Show } from 'solid-js'
import type { z } from 'zod'
import type { SubmissionAction } from '../../api/contract/submissions/states.ts'
import type { SubmissionDetail } from '../../api/contract/submissions/submission.ts'
import type { takeSubmission } from '../../api/contract/submissions/take-submission.ts'
import { ask, type Refusal } from '../doors/ask.ts'
import { TextField } from './field.tsx'
import type { DeskWord, DeskWords } from './words.ts'

/** Steps a button takes, in the order in which they stand; the first is the one that leads on. */
const steps = ['take', 'approve', 'return', 'submit', 'undo', 'withdraw'] as const
type Step = (typeof steps)[number]
/** Steps that are thought about twice, and what is asked for with them. */
const asked: Partial<Record<Step, { words: DeskWord; note: DeskWord; needed?: true }>> = {
  approve: { words: 'act.approve.words', note: 'act.approve.note' },
  return: { words: 'act.return.words', note: 'act.return.note', needed: true },
  withdraw: { words: 'act.withdraw.words', note: 'act.withdraw.note' },
}

interface Props {
  detail: SubmissionDetail
  words: DeskWords
  /** True where something was refused, which is told above. */
  refuse(refused: Refusal | undefined): boolean
  onDone(): void
}

/** The steps its reader may take with a submission now; the more consequential ones ask once more. */
export function Actions(props: Props) {
  const { says, language } = props.words
  const [open, setOpen] = createSignal<Step>()
  const [text, setText] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const may = (action: SubmissionAction) => props.detail.allowed.includes(action)
  const run = async (step: Step) => {
    if (busy()) return
    setWrong('')
    if (asked[step]?.needed && text().trim() === '') {
      setWrong(says['act.missing'])
      document.getElementById('act-words')?.focus()
      return
    }
    setBusy(true)
    const { id, version } = props.detail
    const words = asked[step] ? { words: text() } : {}
    const { refused } = await ask<typeof takeSubmission>(
      props.words,
      `/api/submissions/${step}` as typeof takeSubmission.path,
      { id, version, ...words } as z.input<NonNullable<typeof takeSubmission.sends>>,
    )
    setBusy(false)
    if (props.refuse(refused)) return
    setOpen(undefined)
    setText('')
    props.onDone()
  }
  const press = (step: Step) => {
    setWrong('')
    if (!asked[step]) return run(step)
    setOpen(open() === step ? undefined : step)
    if (open()) document.getElementById('act-words')?.focus()
  }
  return (
    <section class="desk-act">
      <h2>{says['act.heading']}</h2>
      <Show
        when={props.detail.allowed.some((one) => one === 'send' || steps.includes(one as Step))}
        fallback={<p>{says['act.none']}</p>}
      >
        <p class="desk-buttons">
          <For each={steps.filter(may)}>
            {(step, n) => (
              <button
                type="button"
                class={n() === 0 && ['take', 'approve', 'submit'].includes(step) ? 'first' : ''}
                aria-expanded={asked[step] ? open() === step : undefined}
                aria-disabled={busy()}
                onClick={() => press(step)}
              >
                {says[`act.${step}`]}
              </button>
            )}
          </For>
          <Show when={may('send')}>
            <a class="button" href={`/${language}/check`}>
              {says['act.send']}
            </a>
          </Show>
        </p>
      </Show>
      <Show when={open()} keyed>
        {(step) => (
          <form
            class="desk-form"
            novalidate
            onSubmit={(event) => {
              event.preventDefault()
              run(step)
            }}
          >
            <p>{says[asked[step]?.note ?? 'act.none']}</p>
            <TextField
              id="act-words"
              label={says[asked[step]?.words ?? 'act.none']}
              value={text()}
              wrong={wrong()}
              onInput={setText}
            />
            <p class="desk-buttons">
              <button type="submit" class="first" aria-disabled={busy()}>
                {says[`act.${step}`]}
              </button>
              <button type="button" onClick={() => setOpen(undefined)}>
                {says['act.cancel']}
              </button>
            </p>
          </form>
        )}
      </Show>
    </section>
  )
}
