import { createEffect, createResource, createSignal, For, Match, on, Switch } from 'solid-js'
import type { FirstLook } from '../../api/contract/get-first-look.ts'
import { Checked } from './checked.tsx'
import { spotOf } from './group-findings.ts'
import { createCheck, type Stage } from './state.ts'
import { filled, type Words } from './words.ts'

interface Props {
  words: Words
  first: Promise<FirstLook>
}

/** Choosing a file, following its check, and what came of it. */
export function Check(props: Props) {
  const { says, language } = props.words
  const check = createCheck(language, props.first)
  const [country, setCountry] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const [known] = createResource(() => props.first.catch(() => undefined))
  const title = document.title
  let input!: HTMLInputElement
  let result!: HTMLElement

  const start = () => {
    const file = input.files?.[0]
    setMissing(!file)
    if (file) check.start(file, country())
    else input.focus()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (!event.dataTransfer?.files.length) return
    input.files = event.dataTransfer.files
    start()
  }
  createEffect(
    on(check.stage, (stage) => {
      document.title = isWrong(stage) ? filled(says['title.wrong'], { title }) : title
      if (!['idle', 'looking', 'sending'].includes(stage.at)) result.querySelector('h2')?.focus()
    }),
  )

  return (
    <>
      <form
        class="check-form"
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <label class="field">
          <span>{says.file}</span>
          <small id="check-hint">{says.hint}</small>
          <input
            ref={input}
            type="file"
            aria-describedby="check-hint check-missing"
            aria-invalid={missing()}
            onChange={() => setMissing(false)}
          />
          <strong id="check-missing" class="check-wrong" role="alert">
            {missing() ? says.choose : ''}
          </strong>
        </label>
        <label class="field">
          <span>{says.country}</span>
          <select onChange={(event) => setCountry(event.currentTarget.value)}>
            <option value="">{says['country.any']}</option>
            <For each={Object.entries(props.words.countries)}>
              {([code, name]) => <option value={code}>{name}</option>}
            </For>
          </select>
        </label>
        <button type="submit">{says.start}</button>
      </form>
      <p class="check-status" role="status">
        {statusOf(check.stage(), props.words)}
      </p>
      <section class="check-result" ref={result}>
        <Switch>
          <Match when={stageAt(check.stage(), 'unready')}>
            <h2 tabindex="-1">{says.failed}</h2>
            <p>{says.unready}</p>
          </Match>
          <Match when={stageAt(check.stage(), 'stopped')}>
            {(stage) => <Stopped stage={stage()} {...props} />}
          </Match>
          <Match when={stageAt(check.stage(), 'failed')}>
            {(stage) => (
              <>
                <h2 tabindex="-1">{says.failed}</h2>
                <p>{says['failed.note']}</p>
                <p lang="en" dir="ltr">
                  {stage().detail}
                </p>
              </>
            )}
          </Match>
          <Match when={stageAt(check.stage(), 'checked')}>
            {(stage) => (
              <Checked
                {...stage()}
                words={props.words}
                meanings={known()?.meanings ?? []}
                onAnswer={(answers) => check.answer(answers, country())}
                sending={{
                  hash: check.hash,
                  send: (remarks) =>
                    check.send(remarks, country(), {
                      language,
                      says: { again: props.words.again, failed: says['send.failed'] },
                    }),
                }}
              />
            )}
          </Match>
        </Switch>
      </section>
    </>
  )
}

/** A file that stays on this computer, and why. */
function Stopped(props: Props & { stage: Extract<Stage, { at: 'stopped' }> }) {
  const { says } = props.words
  const [known] = createResource(() => props.first)
  const sentence = () => {
    const { code, kind, reason } = props.stage.looked
    const found = known()?.sentences[code]
    return found ? filled(found.text, { kind: found.kinds[kind] ?? '', reason, value: '' }) : ''
  }
  const place = () => spotOf({ ...props.stage.looked, cell: props.stage.looked.ref })
  return (
    <>
      <h2 tabindex="-1">{filled(says.stopped, { file: props.stage.file })}</h2>
      <div class="check-stop">
        <p>{sentence()}</p>
        <p>{place() === '' ? '' : filled(says['stopped.where'], { place: place() })}</p>
        <p>
          <strong>{says['stopped.note']}</strong>
        </p>
        <p>
          <a href={`/findings/${props.stage.looked.code}`} hreflang="en">
            {says.mend}
          </a>
        </p>
      </div>
    </>
  )
}

const stageAt = <At extends Stage['at']>(stage: Stage, at: At) =>
  stage.at === at ? (stage as Extract<Stage, { at: At }>) : undefined

const isWrong = (stage: Stage) =>
  stage.at === 'stopped' ||
  (stage.at === 'checked' && ['has-errors', 'about-persons'].includes(stage.summary.verdict))

function statusOf(stage: Stage, { says }: Words): string {
  switch (stage.at) {
    case 'idle':
      return ''
    case 'looking':
      return says.looking
    case 'sending':
      return filled(says.sending, { n: stage.found })
    case 'stopped':
      return says['stopped.note']
    case 'unready':
    case 'failed':
      return says.failed
    case 'checked':
      return filled(says.counts, stage.summary.counts)
  }
}
