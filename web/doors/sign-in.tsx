import { createSignal, onMount, Show } from 'solid-js'
import type { Next, signIn } from '../../api/contract/accounts/sign-in.ts'
import { ask } from './ask.ts'
import { DoorForm } from './form.tsx'
import { ByPasskey, ByProvider } from './other-ways.tsx'
import { SecondStep } from './second-step.tsx'
import type { DoorWords } from './words.ts'

/** E-mail address and password, then what is still missing; or another way. */
export function SignIn(props: { words: DoorWords }) {
  const { says, back, next: arrived } = props.words
  const [next, setNext] = createSignal<Next | null>(arrived === 'done' ? null : arrived)
  onMount(() => arrived === 'done' && location.replace(back))
  return (
    <Show when={arrived !== 'done'} fallback={<p role="status">{says.loading}</p>}>
      <Show when={next()} fallback={<First />}>
        {(known) => <SecondStep words={props.words} next={known()} />}
      </Show>
    </Show>
  )

  function First() {
    return (
      <>
        <p class="door-wrong" role="alert">
          {props.words.refused}
        </p>
        <DoorForm
          fields={[
            {
              name: 'email',
              label: says.email,
              missing: says['email.missing'],
              shape: /\S@\S/,
              type: 'email',
              autocomplete: 'username',
            },
            {
              name: 'password',
              label: says.password,
              missing: says['password.missing'],
              type: 'password',
              autocomplete: 'current-password',
            },
          ]}
          show={says['password.show']}
          submit={says.next}
          run={async ({ email = '', password = '' }) => {
            const { said, refused } = await ask<typeof signIn>(props.words, '/api/sign-in', {
              email: email.trim(),
              password,
            })
            if (refused) return refused
            setNext(said.next)
            return null
          }}
        />
        <ByPasskey words={props.words} />
        <ByProvider words={props.words} />
      </>
    )
  }
}
