import { createResource, createSignal, For, Show } from 'solid-js'
import type { z } from 'zod'
import type { getJournal } from '../../api/contract/journal/get-journal.ts'
import { filled } from '../check/words.ts'
import { answered, signInHref } from '../doors/ask.ts'
import { createRefusal } from '../doors/refusal.tsx'
import { timeIn } from '../doors/words.ts'
import type { DeskWords } from './words.ts'

type Told = z.output<typeof getJournal.output>
type Entry = Told['entries'][number]

/** The record of what was done and looked at, searched, a page at a time. */
export function AuditDesk(props: { words: DeskWords }) {
  const { words } = props
  const { says } = words
  const { refuse, Refused } = createRefusal(words)
  const [asked, setAsked] = createSignal('')
  const [earlier, setEarlier] = createSignal<readonly Entry[]>([])
  const look = async (query: string) => {
    const path = `/api/journal?${query}` as '/api/journal'
    const { said, refused } = await answered<typeof getJournal>(words, path, {})
    if (refused?.code === 'sign-in-needed') location.assign(signInHref(words))
    return refuse(refused) ? undefined : said
  }
  const [told, { mutate }] = createResource(asked, look)
  const search = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const filledIn = [...form].flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]]))
    setEarlier([])
    setAsked(new URLSearchParams(filledIn).toString())
  }
  const older = async (known: Told) => {
    const last = known.entries.at(-1)
    const query = new URLSearchParams(asked())
    query.set('before', String(last?.id ?? ''))
    const next = await look(query.toString())
    if (!next) return
    setEarlier([...earlier(), ...known.entries])
    mutate(next)
  }
  return (
    <>
      <Refused />
      <Search words={words} onSearch={search} />
      <Show when={told.latest} fallback={<p role="status">{says.loading}</p>}>
        {(known) => (
          <>
            <p class={known().broken === null ? '' : 'door-wrong'} role="status">
              {known().broken === null
                ? filled(says['audit.whole'], { seal: known().seal })
                : filled(says['audit.broken'], { entry: known().broken ?? '' })}
            </p>
            <p>
              <a href={`/api/journal.csv?${asked()}`} download="">
                {says['audit.csv']}
              </a>
            </p>
            <Entries words={words} entries={[...earlier(), ...known().entries]} />
            <Show when={known().more}>
              <p>
                <button type="button" onClick={() => older(known())}>
                  {says['audit.older']}
                </button>
              </p>
            </Show>
          </>
        )}
      </Show>
    </>
  )
}

function Search(props: { words: DeskWords; onSearch(event: SubmitEvent): void }) {
  const { says, kinds } = props.words
  return (
    <form class="desk-form" onSubmit={props.onSearch}>
      <label class="field">
        <span>{says['audit.about']}</span>
        <input name="about" maxlength="300" dir="auto" />
      </label>
      <label class="field">
        <span>{says['audit.kind']}</span>
        <select name="kind">
          <option value="">{says['audit.kind.all']}</option>
          <For each={Object.entries(kinds)}>{([kind, name]) => <option value={kind}>{name}</option>}</For>
        </select>
      </label>
      <label class="field">
        <span>{says['audit.since']}</span>
        <input name="since" type="date" />
      </label>
      <label class="field">
        <span>{says['audit.until']}</span>
        <input name="until" type="date" />
      </label>
      <button type="submit">{says['audit.show']}</button>
    </form>
  )
}

function Entries(props: { words: DeskWords; entries: readonly Entry[] }) {
  const { says, kinds } = props.words
  return (
    <Show when={props.entries.length > 0} fallback={<p>{says['audit.none']}</p>}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div role="group" class="scroller" tabindex="0" aria-label={says['audit.heading']}>
        <table class="audit">
          <thead>
            <tr>
              <th scope="col">{says['audit.column.at']}</th>
              <th scope="col">{says['audit.column.by']}</th>
              <th scope="col">{says['audit.kind']}</th>
              <th scope="col">{says['audit.column.what']}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.entries}>
              {({ at, by, kind, body }) => (
                <tr>
                  <td>{timeIn(props.words, at)}</td>
                  <td>
                    <bdi>{by?.name ?? says['audit.program']}</bdi>
                  </td>
                  <th scope="row">{kinds[kind] ?? kind}</th>
                  <td>
                    <code dir="ltr">{namedIn(body)}</code>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  )
}

/** What an entry names, without whose doing it was. */
const namedIn = (body: Entry['body']) =>
  Object.entries(body)
    .filter(([name, value]) => value !== null && !['account', 'by'].includes(name))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
