import { createSignal, For, Show } from 'solid-js'
import type { ToldQuestion } from '../../api/contract/check-file.ts'
import type { FirstLook } from '../../api/contract/get-first-look.ts'
import { spotOf } from './group-findings.ts'
import { filled, type Words } from './words.ts'

interface Props {
  questions: readonly ToldQuestion[]
  meanings: FirstLook['meanings']
  words: Words
  onAnswer(answers: Readonly<Record<string, string>>): void
}

/** One choice for each question. None is made beforehand: what is likely is said, not taken. */
export function Questions(props: Props) {
  const { says } = props.words
  const [missing, setMissing] = createSignal(false)
  const answer = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget)
    const answers = props.questions.flatMap(({ id }, index) => {
      const given = chosen.get(`other-${index}`) || chosen.get(String(index))
      return typeof given === 'string' ? [[id, given] as const] : []
    })
    setMissing(answers.length === 0)
    if (answers.length > 0) props.onAnswer(Object.fromEntries(answers))
  }
  return (
    <form class="check-questions" onSubmit={answer} aria-labelledby="check-questions">
      <h3 id="check-questions">{says.questions}</h3>
      <p>{says['questions.lead']}</p>
      <For each={props.questions}>
        {(question, index) => (
          <fieldset>
            <legend>{question.question}</legend>
            <Show when={question.kind !== 'layout'}>
              <p>
                <small>
                  {filled(says['question.where'], { place: spotOf(question), n: question.cells })}
                </small>
              </p>
            </Show>
            <For each={question.answers}>
              {({ answer: value, text }) => (
                <label class="tick">
                  <input type="radio" name={String(index())} value={value} />
                  <span>
                    {text}
                    <Show when={question.suggestion?.answer === value}>
                      {' '}
                      <small>({filled(says.likely, { reason: question.suggestion?.reason ?? '' })})</small>
                    </Show>
                  </span>
                </label>
              )}
            </For>
            <Show when={question.kind === 'column' || question.kind === 'row'}>
              <Other name={`other-${index()}`} meanings={props.meanings} label={says.other} />
            </Show>
          </fieldset>
        )}
      </For>
      <strong class="check-wrong" role="alert">
        {missing() ? says['answer.none'] : ''}
      </strong>
      <button type="submit">{says.answer}</button>
    </form>
  )
}

/** Every other meaning there is; the long list is made when it is first wanted. */
function Other(props: { name: string; meanings: Props['meanings']; label: string }) {
  const [wanted, setWanted] = createSignal(false)
  return (
    <label class="field">
      <span>{props.label}</span>
      <select name={props.name} onFocus={() => setWanted(true)} onPointerEnter={() => setWanted(true)}>
        <option value="">–</option>
        <For each={wanted() ? props.meanings : []}>
          {({ answer, text }) => <option value={answer}>{text}</option>}
        </For>
      </select>
    </label>
  )
}
