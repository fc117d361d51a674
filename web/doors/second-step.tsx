import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import type { giveCode } from '../../api/contract/accounts/give-code.ts'
import type { giveRecoveryCode } from '../../api/contract/accounts/give-recovery-code.ts'
import type { proposeSecondFactor } from '../../api/contract/accounts/propose-second-factor.ts'
import type { Next } from '../../api/contract/accounts/sign-in.ts'
import { ask } from './ask.ts'
import { DoorForm } from './form.tsx'
import { OtherWay } from './other-way.tsx'
import { ByPasskey } from './other-ways.tsx'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import type { DoorWords } from './words.ts'

type Proposed = { seed: string; picture: string }

/** What comes after the password: what a person has besides, or a second factor to be set up, with its recovery codes. */
export function SecondStep(props: { words: DoorWords; next: Next }) {
  const { says, back } = props.words
  const [recovery, setRecovery] = createSignal(false)
  const [codes, setCodes] = createSignal<readonly string[] | null>(null)
  const arrive = (recoveryCodes: readonly string[] | null) =>
    recoveryCodes === null ? location.assign(back) : setCodes(recoveryCodes)
  const send = async (path: '/api/sign-in/code' | '/api/sign-in/recovery-code', code: string) => {
    const { said, refused } = await ask<typeof giveCode | typeof giveRecoveryCode>(props.words, path, {
      code,
    })
    if (refused) return refused
    arrive(said.recoveryCodes)
    return null
  }
  return (
    <Show when={codes() === null} fallback={<RecoveryCodes words={props.words} codes={codes() ?? []} />}>
      <Switch>
        <Match when={recovery()}>
          <h2>{says['code.heading']}</h2>
          <DoorForm
            begin
            fields={[
              {
                name: 'code',
                label: says.recovery,
                hint: says['recovery.hint'],
                missing: says['recovery.missing'],
                shape: /(?:[a-z\d][^a-z\d]*){16}/i,
                autocomplete: 'off',
              },
            ]}
            show=""
            submit={says.signin}
            run={({ code = '' }) => send('/api/sign-in/recovery-code', code)}
          />
        </Match>
        <Match when={props.next === 'passkey'}>
          <h2>{says['code.heading']}</h2>
          <p>{says['passkey.lead']}</p>
          <ByPasskey words={props.words} />
        </Match>
        <Match when={true}>
          <h2>{says[props.next === 'code' ? 'code.heading' : 'factor.heading']}</h2>
          <Show when={props.next === 'second-factor'}>
            <Factor words={props.words} />
          </Show>
          <DoorForm
            begin
            fields={[
              {
                name: 'code',
                label: says.code,
                hint: says['code.hint'],
                missing: says['code.missing'],
                shape: /^\s*(?:\d\s*){6}$/,
                autocomplete: 'one-time-code',
                numeric: true,
              },
            ]}
            show=""
            submit={says.signin}
            run={({ code = '' }) => send('/api/sign-in/code', code.replaceAll(/\s/g, ''))}
          />
        </Match>
      </Switch>
      <Show when={props.next === 'second-factor' && knowsPasskeys()}>
        <OtherWay
          label={says['passkey.instead']}
          words={props.words}
          use={makePasskey}
          onDone={({ recoveryCodes }) => arrive(recoveryCodes)}
        />
      </Show>
      <Show when={props.next !== 'second-factor'}>
        <p>
          <button type="button" class="plain" onClick={() => setRecovery(!recovery())}>
            {says[!recovery() ? 'recovery.use' : props.next === 'code' ? 'code.use' : 'passkey.use']}
          </button>
        </p>
      </Show>
    </Show>
  )
}

/** The picture an authenticator scans, and the same as letters. */
function Factor(props: { words: DoorWords }) {
  const { says } = props.words
  const [proposed, setProposed] = createSignal<Proposed>()
  const [refused, setRefused] = createSignal('')
  onMount(async () => {
    const answer = await ask<typeof proposeSecondFactor>(props.words, '/api/second-factor', {})
    if (answer.refused) setRefused(answer.refused.detail)
    else setProposed(answer.said)
  })
  return (
    <>
      <p>{says['factor.lead']}</p>
      <p role="alert" class="door-wrong">
        {refused()}
      </p>
      <Show when={proposed()}>
        {(known) => (
          <div class="door-factor">
            <img
              src={`data:image/svg+xml,${encodeURIComponent(known().picture)}`}
              alt={says['factor.picture']}
              width="208"
              height="208"
            />
            <dl>
              <dt>{says['factor.letters']}</dt>
              <dd>
                <code dir="ltr">{known().seed.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
              </dd>
            </dl>
          </div>
        )}
      </Show>
    </>
  )
}

/** Shown once, to be kept. */
export function RecoveryCodes(props: { words: DoorWords; codes: readonly string[] }) {
  const { says, back } = props.words
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  return (
    <>
      <h2 ref={heading} tabindex="-1">
        {says['codes.heading']}
      </h2>
      <p>{says['codes.lead']}</p>
      <ul class="door-codes">
        <For each={props.codes}>
          {(code) => (
            <li>
              <code dir="ltr">{code}</code>
            </li>
          )}
        </For>
      </ul>
      <p>
        <a class="button" href={back}>
          {says['codes.done']}
        </a>
      </p>
    </>
  )
}
