import { createSignal, For, Show } from 'solid-js'
import type { Differences as Told } from '../../api/contract/check-file.ts'
import type { compareVersions } from '../../api/contract/submissions/compare-versions.ts'
import type { SubmissionDetail } from '../../api/contract/submissions/submission.ts'
import { Differences } from '../check/differences.tsx'
import { filled } from '../check/words.ts'
import { ask } from '../doors/ask.ts'
import { timeIn } from '../doors/words.ts'
import type { DeskWords } from './words.ts'

interface Props {
  detail: SubmissionDetail
  words: DeskWords
}

/** Every version that was sent, the newest first, and any two compared. */
export function Versions(props: Props) {
  const { says } = props.words
  return (
    <section>
      <h2>{says['versions.heading']}</h2>
      <ul class="desk-list">
        <For each={props.detail.versions.toReversed()}>
          {(version) => (
            <li class="desk-card">
              <p>
                <bdi>{version.file}</bdi>{' '}
                <small>
                  {filled(says['version.by'], {
                    version: version.number,
                    name: version.sentBy.name,
                    time: timeIn(props.words, version.sentAt),
                  })}
                </small>
              </p>
              <Show when={version.remark}>
                <p dir="auto">{version.remark}</p>
              </Show>
              <small class="desk-hash" dir="ltr">
                SHA-256 {version.hash}
              </small>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.detail.versions.length > 1}>
        <Compare {...props} />
      </Show>
    </section>
  )
}

function Compare(props: Props) {
  const { says, check, language, id } = props.words
  const [from, setFrom] = createSignal(props.detail.version - 1)
  const [to, setTo] = createSignal(props.detail.version)
  const [told, setTold] = createSignal<Told | null>(null)
  const [wrong, setWrong] = createSignal('')
  const compare = async (event: SubmitEvent) => {
    event.preventDefault()
    const query = new URLSearchParams({ from: String(from()), to: String(to()), lang: language })
    const path = `/api/submissions/${encodeURIComponent(id)}/differences?${query}`
    const { said, refused } = await ask<typeof compareVersions>(
      props.words,
      path as typeof compareVersions.path,
    )
    setWrong(refused?.detail ?? '')
    setTold(said?.differences ?? null)
  }
  const choice = (label: string, value: number, choose: (version: number) => void) => (
    <label class="field">
      <span>{label}</span>
      <select onChange={(event) => choose(Number(event.currentTarget.value))}>
        <For each={props.detail.versions}>
          {({ number }) => (
            <option value={number} selected={number === value}>
              {number}
            </option>
          )}
        </For>
      </select>
    </label>
  )
  return (
    <>
      <h3>{says['compare.heading']}</h3>
      <form class="desk-compare" onSubmit={compare}>
        {choice(says['compare.from'], from(), setFrom)}
        {choice(says['compare.to'], to(), setTo)}
        <button type="submit">{says['compare.go']}</button>
      </form>
      <strong class="door-wrong" role="alert">
        {wrong()}
      </strong>
      <div class="check-result" role="status">
        <Show when={told()}>
          {(differences) => <Differences differences={differences()} words={check} />}
        </Show>
      </div>
    </>
  )
}

/** Who did what and when, the newest last. */
export function History(props: Props) {
  const { says, steps } = props.words
  return (
    <section>
      <h2>{says['history.heading']}</h2>
      <ol class="desk-history">
        <For each={props.detail.steps}>
          {(step) => (
            <li>
              <strong>{steps[step.action]}</strong>{' '}
              <small>
                <bdi>{step.by?.name ?? says['history.program']}</bdi>, {timeIn(props.words, step.at)}
              </small>
              <Show when={step.words}>
                <p dir="auto">{step.words}</p>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
