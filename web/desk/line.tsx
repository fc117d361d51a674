import { For, type JSX, Show } from 'solid-js'
import type { SubmissionState } from '../../api/contract/submissions/states.ts'
import type { SubmissionLine } from '../../api/contract/submissions/submission.ts'
import { filled } from '../check/words.ts'
import { timeIn } from '../doors/words.ts'
import { type DeskWords, submissionHref, titleIn } from './words.ts'

type Line = Pick<SubmissionLine, 'changes' | 'counts' | 'comments' | 'values'>

/** Where something stands, as a word on a ground of its own. */
export const StateTag = (props: { state: SubmissionState; words: DeskWords }) => (
  <span class={`desk-tag ${props.state}`}>{props.words.states[props.state]}</span>
)

/** One submission in a list: what it is, where it stands, how much of it asks for a look. */
export function Submission(props: { line: SubmissionLine; words: DeskWords }) {
  const { line } = props
  return (
    <li class="desk-card">
      <div class="desk-row">
        <h3>
          <a href={submissionHref(props.words, line.id)}>{titleIn(props.words, line)}</a>
        </h3>
        <StateTag state={line.state} words={props.words} />
      </div>
      <p>
        <bdi>{line.file}</bdi>{' '}
        <small>
          {filled(props.words.says['version.by'], {
            version: line.version,
            name: line.sentBy.name,
            time: timeIn(props.words, line.sentAt),
          })}
        </small>
      </p>
      <Counts line={line} words={props.words} />
    </li>
  )
}

/** The numbers that are not nought, the gravest first. */
export function Counts(props: { line: Line; words: DeskWords }) {
  const { check, says } = props.words
  const { changes, counts, comments, values } = props.line
  const told = () =>
    [
      ['alarm', check.says['difference.suspicious'], changes.suspicious],
      ['alarm', check.says['difference.removed'], changes.removed],
      ['alarm', says['line.warnings'], counts.warning],
      ['', check.says['difference.changed'], changes.changed],
      ['', check.says['difference.new'], changes.new],
      ['', says['line.values'], values],
      ['', says['line.comments'], comments],
    ] as const
  return (
    <ul class="desk-counts">
      <For each={told().filter(([, , n]) => n > 0)}>
        {([kind, text, n]) => <li class={kind}>{filled(text, { n })}</li>}
      </For>
    </ul>
  )
}

/** A part of a page with what is in it one below another, and what is said where nothing is. */
export function Listed<Of>(props: {
  heading: string
  lead?: string
  each: readonly Of[]
  none?: string
  children(one: Of): JSX.Element
}) {
  return (
    <Show when={props.each.length > 0 || props.none !== undefined}>
      <section>
        <h2>
          {props.heading} <Show when={props.each.length > 1}>({props.each.length})</Show>
        </h2>
        <Show when={props.each.length > 0} fallback={<p>{props.none}</p>}>
          <Show when={props.lead}>
            <p class="section-note">{props.lead}</p>
          </Show>
          <ul class="desk-list">
            <For each={props.each}>{props.children}</For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}
