import { createResource, createSignal, For, Show } from 'solid-js'
import type { getPasskeys } from '../../api/contract/accounts/get-passkeys.ts'
import type { removePasskey } from '../../api/contract/accounts/remove-passkey.ts'
import { filled } from '../check/words.ts'
import { ask } from './ask.ts'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import { createRefusal } from './refusal.tsx'
import { RecoveryCodes, SecondStep } from './second-step.tsx'
import { type DoorWords, timeIn } from './words.ts'

/** What a person signs in with, to be added to, taken away and set up anew. */
export function Passkeys(props: { words: DoorWords }) {
  const { says } = props.words
  const { refuse, Refused } = createRefusal(props.words)
  const [own, { refetch }] = createResource(async () => {
    const { said, refused } = await ask<typeof getPasskeys>(props.words, '/api/passkeys')
    refuse(refused)
    return said?.passkeys
  })
  const [codes, setCodes] = createSignal<readonly string[]>()
  const [renewing, setRenewing] = createSignal(false)
  const add = async () => {
    const { said, refused } = await makePasskey(props.words)
    if (refuse(refused)) return
    if (said?.recoveryCodes) setCodes(said.recoveryCodes)
    await refetch()
  }
  const remove = async (id: string) => {
    const { refused } = await ask<typeof removePasskey>(props.words, '/api/passkeys/remove', { id })
    if (!refuse(refused)) await refetch()
  }
  return (
    <>
      <h2>{says.passkeys}</h2>
      <p>{says['passkeys.lead']}</p>
      <Refused />
      <Show when={codes()}>{(known) => <RecoveryCodes words={props.words} codes={known()} />}</Show>
      <Show when={own.latest}>
        {(passkeys) => (
          <Show when={passkeys().length > 0} fallback={<p>{says['passkeys.none']}</p>}>
            <ul class="door-list">
              <For each={passkeys()}>
                {({ id, agent, madeAt, usedAt }) => (
                  <li>
                    <bdi>{agent}</bdi>
                    <small>
                      {filled(says[usedAt === null ? 'passkey.made' : 'session.last'], {
                        time: timeIn(props.words, usedAt ?? madeAt),
                      })}
                    </small>
                    <button type="button" onClick={() => remove(id)}>
                      {says['passkey.remove']}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <Show when={knowsPasskeys()}>
        <p>
          <button type="button" onClick={add}>
            {says['passkey.add']}
          </button>
        </p>
      </Show>
      <Show
        when={renewing()}
        fallback={
          <p>
            <button type="button" class="plain" onClick={() => setRenewing(true)}>
              {says['factor.renew']}
            </button>
          </p>
        }
      >
        <SecondStep words={props.words} next="second-factor" />
      </Show>
    </>
  )
}
