import { createResource, createSignal, For, Show } from 'solid-js'
import type { z } from 'zod'
import type { disableAccount } from '../../api/contract/accounts/disable-account.ts'
import type { getPeople } from '../../api/contract/accounts/get-people.ts'
import type { revokeInvitation } from '../../api/contract/accounts/revoke-invitation.ts'
import { filled } from '../check/words.ts'
import { ask, signInHref } from './ask.ts'
import { Invite } from './invite.tsx'
import { createRefusal } from './refusal.tsx'
import { type DoorWords, roleIn, timeIn } from './words.ts'

type Known = z.output<typeof getPeople.output>

/** Who may come in, who is invited, and the form that invites. */
export function People(props: { words: DoorWords }) {
  const { says } = props.words
  const { refuse, Refused } = createRefusal(props.words)
  const [people, { refetch }] = createResource(async () => {
    const { said, refused } = await ask<typeof getPeople>(props.words, '/api/people')
    if (refused?.code === 'sign-in-needed') location.assign(signInHref(props.words))
    refuse(refused)
    return said
  })
  const close = async (id: string) => {
    const { refused } = await ask<typeof disableAccount>(props.words, '/api/people/disable', { id })
    if (!refuse(refused)) await refetch()
  }
  const withdraw = async (id: string) => {
    const { refused } = await ask<typeof revokeInvitation>(props.words, '/api/invitations/revoke', { id })
    if (!refuse(refused)) await refetch()
  }
  return (
    <>
      <Refused />
      <Show when={people.latest} fallback={<p role="status">{says.loading}</p>}>
        {(known) => (
          <>
            <h2>{says['people.accounts']}</h2>
            <ul class="door-list">
              <For each={known().accounts}>
                {(account) => (
                  <Person account={account} words={props.words} onClose={() => close(account.id)} />
                )}
              </For>
            </ul>
            <h2>{says['people.invitations']}</h2>
            <Show when={known().invitations.length > 0} fallback={<p>{says['people.none']}</p>}>
              <ul class="door-list">
                <For each={known().invitations}>
                  {(invitation) => (
                    <li>
                      <bdi>{invitation.email}</bdi>
                      <small>
                        {roleIn(props.words, invitation)} · {says['column.until']}{' '}
                        {timeIn(props.words, invitation.expiresAt)}
                      </small>
                      <button type="button" onClick={() => withdraw(invitation.id)}>
                        {says['people.withdraw']}
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Invite words={props.words} onDone={() => refetch()} />
          </>
        )}
      </Show>
    </>
  )
}

/** Closing is asked for twice: it cannot be undone. */
function Person(props: { account: Known['accounts'][number]; words: DoorWords; onClose(): void }) {
  const { says, mayClose } = props.words
  const [sure, setSure] = createSignal(false)
  const { name, email, disabledAt, demonstration } = props.account
  const marks = () =>
    [
      roleIn(props.words, props.account),
      ...(demonstration ? [says.demonstration] : []),
      says[disabledAt === null ? 'people.open' : 'people.closed'],
    ].join(' · ')
  return (
    <li>
      <span>
        <bdi>{name}</bdi> <bdi>{email}</bdi>
      </span>
      <small>{marks()}</small>
      <Show when={mayClose && disabledAt === null && email !== props.words.email}>
        <button type="button" onClick={() => (sure() ? props.onClose() : setSure(true))}>
          {sure() ? filled(says['people.sure'], { name }) : says['people.close']}
        </button>
      </Show>
    </li>
  )
}
