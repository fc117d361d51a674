import { createSignal, Show } from 'solid-js'
import type { z } from 'zod'
import type { getReleases, KeptRelease } from '../../api/contract/releases/get-releases.ts'
import type { withdrawRelease } from '../../api/contract/releases/withdraw-release.ts'
import { filled } from '../check/words.ts'
import { ask } from '../doors/ask.ts'
import { createRefusal } from '../doors/refusal.tsx'
import { timeIn } from '../doors/words.ts'
import { TextField } from './field.tsx'
import { Listed } from './line.tsx'
import { type DeskWords, dateIn } from './words.ts'

type Release = z.output<typeof KeptRelease>
type Told = z.output<typeof getReleases.output>

interface Props {
  words: DeskWords
  onWithdrawn(told: Told): void
}

/** Every release there was, the newest first; each can be withdrawn, with a reason. */
export function Releases(props: Props & { releases: readonly Release[] }) {
  const { says } = props.words
  return (
    <Listed heading={says['releases.heading']} none={says['releases.none']} each={props.releases}>
      {(release) => <One release={release} words={props.words} onWithdrawn={props.onWithdrawn} />}
    </Listed>
  )
}

function One(props: Props & { release: Release }) {
  const { words, release } = props
  const { says } = words
  const { refuse, Refused } = createRefusal(words)
  const [open, setOpen] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const field = `reason-${release.id}`
  const standing = release.withdrawnAt ? 'withdrawn' : release.current ? 'current' : 'earlier'
  const published = filled(says[release.by ? 'releases.by' : 'releases.at'], {
    name: release.by?.name ?? '',
    time: timeIn(words, release.publishedAt),
  })
  const withdraw = async (event: SubmitEvent) => {
    event.preventDefault()
    setWrong(reason().trim() === '' ? says['releases.missing'] : '')
    if (wrong() !== '') return document.getElementById(field)?.focus()
    const { said, refused } = await ask<typeof withdrawRelease>(words, '/api/releases/withdraw', {
      id: release.id,
      reason: reason(),
    })
    if (!refuse(refused) && said) props.onWithdrawn(said)
  }
  return (
    <li class="desk-card">
      <div class="desk-row">
        <h3>
          <bdi>{release.id}</bdi>
        </h3>
        <span class={`desk-tag ${standing}`}>{says[`releases.${standing}`]}</span>
      </div>
      <p>
        {filled(says['releases.asof'], { date: dateIn(words, release.dataAsOf) })} <small>{published}</small>
      </p>
      <Show when={release.notes}>
        <p dir="auto">{release.notes}</p>
      </Show>
      <Show when={release.reason}>
        <p>
          {says['releases.reason']}: <bdi>{release.reason}</bdi>
        </p>
      </Show>
      <Show when={standing !== 'withdrawn'}>
        <Show
          when={open()}
          fallback={
            <p>
              <button type="button" onClick={() => setOpen(true)}>
                {says['releases.withdraw']}
              </button>
            </p>
          }
        >
          <form class="desk-form" novalidate onSubmit={withdraw}>
            <p>{says['releases.withdraw.note']}</p>
            <TextField
              id={field}
              label={says['releases.reason']}
              value={reason()}
              wrong={wrong()}
              onInput={setReason}
            />
            <Refused />
            <p class="desk-buttons">
              <button type="submit">{says['releases.withdraw']}</button>
              <button type="button" onClick={() => setOpen(false)}>
                {says['act.cancel']}
              </button>
            </p>
          </form>
        </Show>
      </Show>
    </li>
  )
}
