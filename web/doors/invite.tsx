import { createSignal, For, Show } from 'solid-js'
import type { Role } from '../../api/contract/accounts/account.ts'
import type { invitePerson } from '../../api/contract/accounts/invite-person.ts'
import type { Country } from '../../indicators/model/place.ts'
import type { Language } from '../../indicators/model/text.ts'
import { filled } from '../check/words.ts'
import { ask, signInHref } from './ask.ts'
import { DoorForm } from './form.tsx'
import { type DoorWords, pageOf, timeIn } from './words.ts'

interface Made {
  email: string
  address: string
  time: string
}

/** Invites a person to one role; the address is shown once, for whoever invites to pass on. */
export function Invite(props: { words: DoorWords; onDone(): void }) {
  const { says, invites, language } = props.words
  const [role, setRole] = createSignal<Role>(invites[0] ?? 'donor')
  const [country, setCountry] = createSignal<Country>('KAZ')
  const [tongue, setTongue] = createSignal<Language>(language)
  const [made, setMade] = createSignal<Made>()
  const [stale, setStale] = createSignal(false)
  const send = async ({ email = '' }: Readonly<Record<string, string>>, form: HTMLFormElement) => {
    setMade(undefined)
    const { said, refused } = await ask<typeof invitePerson>(props.words, '/api/invitations', {
      email: email.trim(),
      role: role(),
      country: role() === 'focal_point' ? country() : null,
      language: tongue(),
    })
    setStale(refused?.code === 'prove-again')
    if (refused) return refused
    const address = `${location.origin}${pageOf({ language: tongue() }, 'join')}#${said.token}`
    setMade({ email: email.trim(), address, time: timeIn(props.words, said.expiresAt) })
    form.reset()
    props.onDone()
    return null
  }
  return (
    <>
      <h2>{says['invite.heading']}</h2>
      <div role="status">
        <Show when={made()}>
          {(known) => (
            <div class="notice">
              <p>{filled(says['invite.link'], { email: known().email, time: known().time })}</p>
              <p>
                <code dir="ltr">{known().address}</code>
              </p>
            </div>
          )}
        </Show>
      </div>
      <Show when={stale()}>
        <p>
          <a href={signInHref(props.words)}>{says.again}</a>
        </p>
      </Show>
      <DoorForm
        fields={[
          {
            name: 'email',
            label: says.email,
            missing: says['email.missing'],
            shape: /\S@\S/,
            type: 'email',
            autocomplete: 'off',
          },
        ]}
        show=""
        submit={says['invite.submit']}
        run={send}
      >
        <Choice label={says.role} of={invites} names={props.words.roles} chosen={role()} onChoose={setRole} />
        <Show when={role() === 'focal_point'}>
          <Choice
            label={says.country}
            of={Object.keys(props.words.countries) as Country[]}
            names={props.words.countries}
            chosen={country()}
            onChoose={setCountry}
          />
        </Show>
        <Choice
          label={says['invite.language']}
          of={Object.keys(props.words.languages) as Language[]}
          names={props.words.languages}
          chosen={tongue()}
          onChoose={setTongue}
        />
      </DoorForm>
    </>
  )
}

function Choice<Word extends string>(props: {
  label: string
  of: readonly Word[]
  names: Record<Word, string>
  chosen: Word
  onChoose(word: Word): void
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select onChange={(event) => props.onChoose(event.currentTarget.value as Word)}>
        <For each={props.of}>
          {(word) => (
            <option value={word} selected={word === props.chosen}>
              {props.names[word]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
