import { createSignal, For, Show } from 'solid-js'
import type { commentOnSubmission } from '../../api/contract/submissions/comment-on-submission.ts'
import type { SubmissionDetail } from '../../api/contract/submissions/submission.ts'
import { ask } from '../doors/ask.ts'
import { timeIn } from '../doors/words.ts'
import { TextField } from './field.tsx'
import type { DeskWords } from './words.ts'

/** What was said of a submission or of one of its cells, and a place to say more. */
export function Conversation(props: { detail: SubmissionDetail; words: DeskWords; onDone(): void }) {
  const { says } = props.words
  const [text, setText] = createSignal('')
  const [cell, setCell] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const say = async (event: SubmitEvent) => {
    event.preventDefault()
    setWrong(text().trim() === '' ? says['comments.missing'] : '')
    if (wrong() !== '') return document.getElementById('comment')?.focus()
    const { id, version } = props.detail
    const { refused } = await ask<typeof commentOnSubmission>(props.words, '/api/submissions/comment', {
      id,
      version,
      cell: cell().trim(),
      words: text(),
    })
    if (refused) return setWrong(refused.detail)
    setText('')
    setCell('')
    props.onDone()
  }
  return (
    <section>
      <h2>{says['comments.heading']}</h2>
      <Show when={props.detail.said.length > 0} fallback={<p>{says['comments.none']}</p>}>
        <ul class="desk-list">
          <For each={props.detail.said}>
            {(one) => (
              <li class="desk-card">
                <p dir="auto">{one.words}</p>
                <small>
                  <bdi>{one.by.name}</bdi>, {timeIn(props.words, one.at)}
                  <Show when={one.cell}>
                    {' · '}
                    <bdi>{one.cell}</bdi>
                  </Show>
                </small>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.words.maySend}>
        <form class="desk-form" novalidate onSubmit={say}>
          <TextField
            id="comment"
            label={says['comments.words']}
            value={text()}
            wrong={wrong()}
            onInput={setText}
          />
          <div class="desk-field">
            <label for="comment-cell">{says['comments.cell']}</label>
            <input
              id="comment-cell"
              dir="ltr"
              size="8"
              maxlength="20"
              value={cell()}
              onInput={(event) => setCell(event.currentTarget.value)}
            />
          </div>
          <button type="submit">{says['comments.send']}</button>
        </form>
      </Show>
    </section>
  )
}
