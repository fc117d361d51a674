import { createEffect, createResource, Show } from 'solid-js'
import type { getSubmission } from '../../api/contract/submissions/get-submission.ts'
import type { SubmissionDetail } from '../../api/contract/submissions/submission.ts'
import { Differences } from '../check/differences.tsx'
import { Findings } from '../check/findings.tsx'
import { filled } from '../check/words.ts'
import { ask, signInHref } from '../doors/ask.ts'
import { createRefusal } from '../doors/refusal.tsx'
import { timeIn } from '../doors/words.ts'
import { Actions } from './actions.tsx'
import { Conversation } from './conversation.tsx'
import { Counts, StateTag } from './line.tsx'
import { History, Versions } from './versions.tsx'
import { type DeskWords, titleIn } from './words.ts'

/** One submission: where it stands, what may be done, what it changes, what was said and done. */
export function SubmissionDesk(props: { words: DeskWords }) {
  const { words } = props
  const { refuse, Refused } = createRefusal(words)
  const [known, { refetch }] = createResource(async () => {
    const path = `/api/submissions/${encodeURIComponent(words.id)}?lang=${words.language}`
    const { said, refused } = await ask<typeof getSubmission>(words, path as typeof getSubmission.path)
    if (refused?.code === 'sign-in-needed') location.assign(signInHref(words))
    refuse(refused)
    return said
  })
  createEffect(() => {
    const detail = known.latest
    const heading = document.querySelector('h1')
    if (!detail || !heading) return
    document.title = document.title.replace(heading.textContent ?? '', titleIn(words, detail))
    heading.textContent = titleIn(words, detail)
  })
  return (
    <>
      <Refused />
      <Show when={known.latest} fallback={<p role="status">{known.loading ? words.says.loading : ''}</p>}>
        {(detail) => (
          <>
            <Standing detail={detail()} words={words} />
            <Actions detail={detail()} words={words} refuse={refuse} onDone={refetch} />
            <section class="check-result">
              <Counts line={detail()} words={words} />
              <Show when={detail().differences}>
                {(differences) => <Differences differences={differences()} words={words.check} />}
              </Show>
              <Findings findings={detail().findings} words={words.check} />
            </section>
            <Conversation detail={detail()} words={words} onDone={refetch} />
            <Versions detail={detail()} words={words} />
            <History detail={detail()} words={words} />
          </>
        )}
      </Show>
    </>
  )
}

/** Where it stands, as a word and a sentence, and the question where one waits for its answer. */
function Standing(props: { detail: SubmissionDetail; words: DeskWords }) {
  const { says } = props.words
  const sentence = () => {
    const { state, release } = props.detail
    return state === 'approved' && release !== null
      ? filled(says['stands.released'], { id: release })
      : says[`stands.${state}`]
  }
  const question = () =>
    props.detail.state === 'returned'
      ? props.detail.steps.findLast(({ action }) => action === 'return')
      : undefined
  return (
    <div class="desk-standing" role="status">
      <p>
        <StateTag state={props.detail.state} words={props.words} /> {sentence()}
      </p>
      <p>
        <bdi>{props.detail.file}</bdi>{' '}
        <small>
          {filled(says['version.by'], {
            version: props.detail.version,
            name: props.detail.sentBy.name,
            time: timeIn(props.words, props.detail.sentAt),
          })}
        </small>
      </p>
      <Show when={question()}>
        {(step) => (
          <blockquote class="desk-question">
            <strong>{says.question}</strong>
            <p dir="auto">{step().words}</p>
            <small>
              <bdi>{step().by?.name}</bdi>, {timeIn(props.words, step().at)}
            </small>
          </blockquote>
        )}
      </Show>
    </div>
  )
}
