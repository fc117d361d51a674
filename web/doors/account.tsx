import { createResource, For, Show } from 'solid-js'
import type { endSessions } from '../../api/contract/accounts/end-sessions.ts'
import type { getSessions } from '../../api/contract/accounts/get-sessions.ts'
import type { signOut } from '../../api/contract/accounts/sign-out.ts'
import { filled } from '../check/words.ts'
import { ask, signInHref } from './ask.ts'
import { Passkeys } from './passkeys.tsx'
import { createRefusal } from './refusal.tsx'
import { type DoorWords, pageOf, roleIn, timeIn } from './words.ts'

/** Who one is, where one is signed in, and the way out. */
export function AccountDoor(props: { words: DoorWords }) {
  const { says } = props.words
  const { refuse, Refused } = createRefusal(props.words)
  const [own, { refetch }] = createResource(async () => {
    const { said, refused } = await ask<typeof getSessions>(props.words, '/api/sessions')
    if (refused?.code === 'sign-in-needed') location.assign(signInHref(props.words))
    refuse(refused)
    return said
  })
  const end = async (which: string) => {
    const { refused } = await ask<typeof endSessions>(props.words, '/api/sessions/end', { which })
    if (!refuse(refused)) await refetch()
  }
  const leave = async () => {
    const { refused } = await ask<typeof signOut>(props.words, '/api/sign-out', {})
    if (!refuse(refused)) location.assign(pageOf(props.words, 'sign-in'))
  }
  return (
    <>
      <Refused />
      <Show when={own()} fallback={<p role="status">{says.loading}</p>}>
        {(known) => (
          <>
            <dl class="door-facts">
              <dt>{says['column.name']}</dt>
              <dd>
                <bdi>{known().account.name}</bdi>
              </dd>
              <dt>{says.email}</dt>
              <dd>
                <bdi>{known().account.email}</bdi>
              </dd>
              <dt>{says.role}</dt>
              <dd>
                {roleIn(props.words, known().account)}
                {known().account.demonstration ? ` (${says.demonstration})` : ''}
              </dd>
            </dl>
            <p>
              <button type="button" onClick={leave}>
                {says.signout}
              </button>
            </p>
            <Passkeys words={props.words} />
            <h2>{says.sessions}</h2>
            <ul class="door-list">
              <For each={known().sessions}>
                {({ id, own, agent, seenAt }) => (
                  <li>
                    <bdi>{agent}</bdi>
                    <small>
                      {own
                        ? says['session.own']
                        : filled(says['session.last'], { time: timeIn(props.words, seenAt) })}
                    </small>
                    <Show when={!own}>
                      <button type="button" onClick={() => end(id)}>
                        {says['session.end']}
                      </button>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <Show when={known().sessions.length > 1}>
              <p>
                <button type="button" onClick={() => end('others')}>
                  {says['sessions.others']}
                </button>
              </p>
            </Show>
          </>
        )}
      </Show>
    </>
  )
}
