import { createSignal, For, Show } from 'solid-js'
import type { ToldFinding } from '../../api/contract/check-file.ts'
import { groupFindings, type Repair, spotOf } from './group-findings.ts'
import { filled, type Words } from './words.ts'

/** So many of one repair are shown at first. */
const FIRST = 20

/** What is to be mended, together what is mended in the same way. */
export function Findings(props: { findings: readonly ToldFinding[]; words: Words }) {
  const { says } = props.words
  return (
    <>
      <h3>{says.findings}</h3>
      <For each={groupFindings(props.findings)} fallback={<p>{says.nothing}</p>}>
        {(repair) => <OneRepair repair={repair} words={props.words} />}
      </For>
    </>
  )
}

function OneRepair(props: { repair: Repair; words: Words }) {
  const { says } = props.words
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.repair.findings : props.repair.findings.slice(0, FIRST))
  const rest = () => props.repair.findings.length - shown().length
  return (
    <details class={`check-repair ${props.repair.severity}`} open>
      <summary>
        <strong>{says[`severity.${props.repair.severity}`]}</strong>{' '}
        <bdi class="code">{props.repair.code}</bdi> {filled(says.group, { n: props.repair.findings.length })}
      </summary>
      <ul>
        <For each={shown()}>
          {(finding) => (
            <li>
              <b>
                <bdi>{spotOf(finding) === '' ? says.whole : spotOf(finding)}</bdi>
              </b>
              <Show when={finding.value !== ''}>
                {' '}
                <small>
                  {says.written.split('{value}')[0]}
                  <bdi>{finding.value}</bdi>
                  {says.written.split('{value}')[1]}
                </small>
              </Show>
              <br />
              {finding.message}
            </li>
          )}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <button type="button" onClick={() => setAll(true)}>
          {filled(says.more, { n: props.repair.findings.length })}
        </button>
      </Show>
      <p>
        <a href={`/findings/${props.repair.code}`} hreflang="en">
          {says.mend}
        </a>
      </p>
    </details>
  )
}
