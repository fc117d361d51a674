import { Show } from 'solid-js'
import type { beginOpenid } from '../../api/contract/accounts/begin-openid.ts'
import { filled } from '../check/words.ts'
import { ask } from './ask.ts'
import { OtherWay } from './other-way.tsx'
import { enterByPasskey, knowsPasskeys } from './passkey.ts'
import type { DoorWords } from './words.ts'

/** The provider, where people of this installation show there who they are. */
export function ByProvider(props: { words: DoorWords }) {
  const { says, language, back } = props.words
  return (
    <Show when={props.words.provider}>
      {(provider) => (
        <OtherWay
          label={filled(says.provider, { provider: provider() })}
          words={props.words}
          use={(words) => ask<typeof beginOpenid>(words, '/api/sign-in/openid', { language, back })}
          onDone={({ address }) => location.assign(address)}
        />
      )}
    </Show>
  )
}

/** A passkey, where this browser knows them. */
export function ByPasskey(props: { words: DoorWords }) {
  const { says, back } = props.words
  return (
    <Show when={knowsPasskeys()}>
      <OtherWay
        label={says.passkey}
        words={props.words}
        use={enterByPasskey}
        onDone={() => location.assign(back)}
      />
    </Show>
  )
}
