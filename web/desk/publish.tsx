import { createResource, createSignal, onCleanup, Show } from 'solid-js'
import type { getPublishing, Publishing } from '../../api/contract/releases/get-publishing.ts'
import type { getReleases } from '../../api/contract/releases/get-releases.ts'
import type { previewRelease } from '../../api/contract/releases/preview-release.ts'
import type { publishRelease } from '../../api/contract/releases/publish-release.ts'
import type { getSubmissions } from '../../api/contract/submissions/get-submissions.ts'
import { ask, signInHref } from '../doors/ask.ts'
import { createRefusal } from '../doors/refusal.tsx'
import { TextField } from './field.tsx'
import { Listed, Submission } from './line.tsx'
import { Previewed } from './preview.tsx'
import { Progress } from './progress.tsx'
import { Releases } from './releases.tsx'
import type { DeskWords } from './words.ts'

const ASK_AGAIN_MS = 1000

/** What waits, the making of a release and how far it has come, and every release there was. */
export function PublishDesk(props: { words: DeskWords }) {
  const { words } = props
  const { says } = words
  const { refuse, Refused } = createRefusal(words)
  const [notes, setNotes] = createSignal('')
  const [stands, setStands] = createSignal<Publishing>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const [known, { refetch, mutate }] = createResource(async () => {
    const [releases, submissions] = await Promise.all([
      ask<typeof getReleases>(words, '/api/releases'),
      ask<typeof getSubmissions>(words, '/api/submissions'),
    ])
    const refused = releases.refused ?? submissions.refused
    if (refused?.code === 'sign-in-needed') location.assign(signInHref(words))
    if (refuse(refused) || !releases.said || !submissions.said) return
    return {
      ...releases.said,
      approved: submissions.said.submissions.filter(
        ({ state, release }) => state === 'approved' && release === null,
      ),
    }
  })
  const follow = (now: Publishing) => {
    setStands(now)
    if (now.state === 'running') timer = setTimeout(look, ASK_AGAIN_MS)
    else if (now.state === 'done') refetch()
  }
  // What was made before the page was opened is in the list of releases.
  const look = async () => {
    const { said } = await ask<typeof getPublishing>(words, '/api/releases/publishing')
    if (!said) timer = setTimeout(look, ASK_AGAIN_MS)
    else if (said.state === 'running' || stands()?.state === 'running') follow(said)
  }
  const publish = async (event: SubmitEvent) => {
    event.preventDefault()
    if (stands()?.state === 'running') return
    const { said, refused } = await ask<typeof publishRelease>(words, '/api/releases/publish', {
      notes: notes(),
    })
    if (!refuse(refused) && said) follow(said)
  }
  const preview = async () => {
    if (stands()?.state === 'running') return
    const { said, refused } = await ask<typeof previewRelease>(words, '/api/releases/preview', {})
    if (!refuse(refused) && said) follow(said)
  }
  look()
  return (
    <>
      <Refused />
      <Show when={known.latest} fallback={<p role="status">{says.loading}</p>}>
        {(told) => (
          <>
            <Listed
              heading={says['publish.waiting']}
              none={says['publish.waiting.none']}
              each={told().approved}
            >
              {(line) => <Submission line={line} words={words} />}
            </Listed>
            <form class="desk-form" onSubmit={publish}>
              <TextField id="notes" label={says['publish.notes']} value={notes()} onInput={setNotes} />
              <p>{says['publish.note']}</p>
              <p class="desk-buttons">
                <button type="button" aria-disabled={stands()?.state === 'running'} onClick={preview}>
                  {says['preview.start']}
                </button>
                <button type="submit" aria-disabled={stands()?.state === 'running'}>
                  {says['publish.start']}
                </button>
              </p>
            </form>
            <Progress stands={stands()} words={words} />
            <Show when={stands()?.previewed}>
              {(previewed) => <Previewed preview={previewed()} words={words} />}
            </Show>
            <Releases
              releases={told().releases}
              words={words}
              onWithdrawn={(said) => mutate({ ...told(), ...said })}
            />
          </>
        )}
      </Show>
    </>
  )
}
