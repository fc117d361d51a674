import { createResource, Show } from 'solid-js'
import type { z } from 'zod'
import type { getSubmissions } from '../../api/contract/submissions/get-submissions.ts'
import type { SubmissionLine } from '../../api/contract/submissions/submission.ts'
import { ask, signInHref } from '../doors/ask.ts'
import { createRefusal } from '../doors/refusal.tsx'
import { Listed, Submission } from './line.tsx'
import { type DeskWords, dateIn, daysIn, quarterIn } from './words.ts'

type Known = z.output<typeof getSubmissions.output>

/** So many of what is done are told. */
const MOST_DONE = 5

/** What waits for whoever reads it: questions, reviews, what is due; then what waits for others. */
export function TasksDesk(props: { words: DeskWords }) {
  const { refuse, Refused } = createRefusal(props.words)
  const [known] = createResource(async () => {
    const { said, refused } = await ask<typeof getSubmissions>(props.words, '/api/submissions')
    if (refused?.code === 'sign-in-needed') location.assign(signInHref(props.words))
    refuse(refused)
    return said
  })
  return (
    <>
      <Refused />
      <Show when={known()} fallback={<p role="status">{props.words.says.loading}</p>}>
        {(told) => <Tasks {...told()} words={props.words} />}
      </Show>
    </>
  )
}

function Tasks(props: Known & { words: DeskWords }) {
  const { says, language, mayDecide } = props.words
  const inState = (...states: SubmissionLine['state'][]) =>
    props.submissions.filter(({ state }) => states.includes(state))
  const isOwnToReview = ({ allowed }: SubmissionLine) =>
    ['take', 'approve', 'return'].some((action) => allowed.includes(action as 'take'))
  const waiting = () => inState('submitted', 'in_review')
  const toReview = () => waiting().filter(isOwnToReview).sort(byRisk)
  const card = (line: SubmissionLine) => <Submission line={line} words={props.words} />
  return (
    <>
      <p>
        <a class="button" href={`/${language}/check`}>
          {says['tasks.send']}
        </a>
      </p>
      <Show when={mayDecide}>
        <Listed
          heading={says['tasks.review']}
          lead={says['tasks.review.lead']}
          none={says['tasks.review.none']}
          each={toReview()}
        >
          {card}
        </Listed>
      </Show>
      <Listed heading={says[mayDecide ? 'tasks.waiting' : 'tasks.answer']} each={inState('returned')}>
        {card}
      </Listed>
      <Listed heading={says['tasks.due']} none={says['tasks.due.none']} each={props.due}>
        {(due) => <Due due={due} words={props.words} />}
      </Listed>
      <Listed
        heading={says['tasks.underway']}
        each={[...inState('draft'), ...waiting().filter((one) => !isOwnToReview(one))]}
      >
        {card}
      </Listed>
      <Listed
        heading={says['tasks.approved']}
        each={inState('approved').filter(({ release }) => release === null)}
      >
        {card}
      </Listed>
      <Show when={mayDecide}>
        <p>
          <a href={`/${language}/publish`}>{says['tasks.publish']}</a>
        </p>
      </Show>
      <Listed
        heading={says['tasks.done']}
        each={props.submissions
          .filter(({ state, release }) => state === 'approved' && release !== null)
          .slice(0, MOST_DONE)}
      >
        {card}
      </Listed>
    </>
  )
}

/** What is furthest from what was expected first; of two alike what was sent first. */
export function byRisk(a: SubmissionLine, b: SubmissionLine): number {
  const risk = ({ changes, counts }: SubmissionLine) =>
    [changes.suspicious, changes.removed, counts.warning, changes.changed] as const
  const [ofA, ofB] = [risk(a), risk(b)]
  const at = ofA.findIndex((n, index) => n !== ofB[index])
  return at < 0 ? a.sentAt.localeCompare(b.sentAt) : (ofB[at] ?? 0) - (ofA[at] ?? 0)
}

function Due(props: { due: Known['due'][number]; words: DeskWords }) {
  const { says, check } = props.words
  const { country, quarter, due, days } = props.due
  const late = days < 0
  return (
    <li class="desk-card due">
      <div class="desk-row">
        <h3>
          {check.countries[country]} · {quarterIn(props.words, quarter)}
        </h3>
        <span class={`desk-tag ${late ? 'late' : 'submitted'}`}>{says[late ? 'due.late' : 'due.open']}</span>
      </div>
      <p>
        {dateIn(props.words, due)} <small>{daysIn(props.words, days)}</small>
      </p>
    </li>
  )
}
