import { createSignal, onMount, Show } from 'solid-js'
import type { acceptInvitation } from '../../api/contract/accounts/accept-invitation.ts'
import type { Next } from '../../api/contract/accounts/sign-in.ts'
import { ask } from './ask.ts'
import { DoorForm } from './form.tsx'
import { ByProvider } from './other-ways.tsx'
import { SecondStep } from './second-step.tsx'
import type { DoorWords } from './words.ts'

/** The invitation's token stands behind the # of its address, which no browser sends and no server writes down. */
export function Join(props: { words: DoorWords }) {
  const { says } = props.words
  const token = decodeURIComponent(location.hash.slice(1))
  const [next, setNext] = createSignal<Next>()
  onMount(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.door-nav a')) link.hash = location.hash
  })
  return (
    <Show when={token} fallback={<p class="notice">{says['join.none']}</p>}>
      <Show when={next()} fallback={<First />}>
        {(known) => <SecondStep words={props.words} next={known()} />}
      </Show>
    </Show>
  )

  function First() {
    return (
      <>
        <DoorForm
          fields={[
            { name: 'name', label: says.name, missing: says['name.missing'], autocomplete: 'name' },
            {
              name: 'password',
              label: says.password,
              hint: says['password.hint'],
              missing: says['password.missing'],
              type: 'password',
              autocomplete: 'new-password',
            },
          ]}
          show={says['password.show']}
          submit={says.next}
          run={async ({ name = '', password = '' }) => {
            const { said, refused } = await ask<typeof acceptInvitation>(
              props.words,
              '/api/invitations/accept',
              { token, name, password },
            )
            if (refused) return refused
            setNext(said.next)
            return null
          }}
        />
        <ByProvider words={props.words} />
      </>
    )
  }
}
