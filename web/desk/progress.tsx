import { For, Match, Show, Switch } from 'solid-js'
import type { Publishing } from '../../api/contract/releases/get-publishing.ts'
import { filled } from '../check/words.ts'
import type { DeskWord, DeskWords } from './words.ts'

/** What the making of a release is at, by the first words of what it says of itself. */
const doings: readonly [string, DeskWord][] = [
  ['Release: checking', 'publish.step.checking'],
  ['Release: protecting', 'publish.step.protecting'],
  ['Release', 'publish.step.making'],
  ['Building', 'publish.step.building'],
  ['', 'publish.step.starting'],
]

/** How far the making of a release has come, told as it changes. */
export function Progress(props: { stands: Publishing | undefined; words: DeskWords }) {
  const { says } = props.words
  const step = () => props.stands?.step ?? { doing: '', done: 0, of: 1 }
  const doing = () =>
    says[doings.find(([beginning]) => step().doing.startsWith(beginning))?.[1] ?? 'publish.step.starting']
  const done = () => props.stands?.published
  return (
    <div class="desk-progress">
      <Show when={props.stands?.state === 'running'}>
        <progress aria-label={doing()} value={step().done} max={Math.max(1, step().of)} />
        <small>
          {filled(says['publish.progress'], { doing: doing(), done: step().done, of: step().of })}
        </small>
      </Show>
      <div role="status">
        <Switch>
          <Match when={props.stands?.state === 'running'}>
            <p class="unseen">{doing()}</p>
          </Match>
          <Match when={done()}>
            {(known) => (
              <>
                <p class="desk-good">
                  {filled(says[known().changed ? 'publish.done' : 'publish.same'], { id: known().id })}
                </p>
                <Show when={known().unproven.length > 0}>
                  <p>{says['publish.unproven']}</p>
                  <ul>
                    <For each={known().unproven}>{(name) => <li lang="en">{name}</li>}</For>
                  </ul>
                </Show>
              </>
            )}
          </Match>
          <Match when={props.stands?.problem}>
            {(problem) => (
              <p class="notice">
                {says[props.stands?.task === 'preview' ? 'preview.failed' : 'publish.failed']}{' '}
                <a href={`/problems/${problem()}`} hreflang="en">
                  {says['publish.why']}
                </a>
              </p>
            )}
          </Match>
        </Switch>
      </div>
    </div>
  )
}
