import { createResource, createSignal, onMount, Show } from 'solid-js'
import type { CheckSummary } from '../../api/contract/check-file.ts'
import type { SubmissionLine } from '../../api/contract/submissions/submission.ts'
import { submissionHref } from '../desk/words.ts'
import type { Answer } from '../doors/ask.ts'
import { createRefusal } from '../doors/refusal.tsx'
import { timeIn } from '../doors/words.ts'
import type { Remarks } from './send-file.ts'
import { filled, type Words } from './words.ts'

export interface Sending {
  send(remarks: Remarks): Promise<Answer<SubmissionLine>>
  /** Of the file that was checked; null where the browser cannot tell. */
  hash(): Promise<string | null>
}

/** Sends a file that was found acceptable, as it was checked; then says what was received. */
export function Send(props: { summary: CheckSummary; words: Words; sending: Sending }) {
  const { says, language, again } = props.words
  const { refuse, Refused } = createRefusal({ language, says: { again, failed: says['send.failed'] } })
  const [remark, setRemark] = createSignal('')
  const [removes, setRemoves] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [received, setReceived] = createSignal<SubmissionLine>()
  const removed = () => props.summary.differences?.removed ?? 0
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    const { said, refused } = await props.sending.send({ remark: remark(), removes: removes() })
    setBusy(false)
    if (!refuse(refused)) setReceived(said)
  }
  return (
    <Show
      when={received()}
      fallback={
        <form class="check-questions" onSubmit={send}>
          <h3>{says['send.heading']}</h3>
          <p>{says['send.lead']}</p>
          <label class="field">
            <span>{says['send.remark']}</span>
            <textarea
              rows="2"
              dir="auto"
              maxlength="4000"
              onInput={(event) => setRemark(event.currentTarget.value)}
            />
          </label>
          <Show when={removed() > 0}>
            <label class="tick">
              <input type="checkbox" onChange={(event) => setRemoves(event.currentTarget.checked)} />
              <span>{filled(says['send.removes'], { n: removed() })}</span>
            </label>
          </Show>
          <Refused />
          <button type="submit" aria-disabled={busy()}>
            {says[busy() ? 'send.sending' : 'send.go']}
          </button>
        </form>
      }
    >
      {(line) => <Receipt line={line()} words={props.words} hash={props.sending.hash} />}
    </Show>
  )
}

function Receipt(props: { line: SubmissionLine; words: Words; hash: Sending['hash'] }) {
  const { says, language } = props.words
  const [hash] = createResource(props.hash)
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  return (
    <div class="check-receipt">
      <h3 ref={heading} tabindex="-1">
        {says['send.receipt']}
      </h3>
      <dl>
        <dt>{says['send.reference']}</dt>
        <dd>
          <bdi>{props.line.id}</bdi>
        </dd>
        <dt>{says['send.version']}</dt>
        <dd>{props.line.version}</dd>
        <dt>{says['send.file']}</dt>
        <dd>
          <bdi>{props.line.file}</bdi>
        </dd>
        <dt>{says['send.time']}</dt>
        <dd>{timeIn(props.words, props.line.sentAt)}</dd>
        <Show when={hash()}>
          <dt>{says['send.hash']}</dt>
          <dd dir="ltr">{hash()}</dd>
        </Show>
      </dl>
      <p>{says['send.undo']}</p>
      <p>
        <a class="button" href={submissionHref({ language }, props.line.id)}>
          {says['send.open']}
        </a>
      </p>
      <p>
        <a href={`/${language}/tasks`}>{says['send.tasks']}</a>
      </p>
    </div>
  )
}
