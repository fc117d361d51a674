import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import type { Refusal } from './ask.ts'

export interface FieldOf {
  name: string
  label: string
  hint?: string
  /** What is said where nothing, or nothing of the right shape, was typed. */
  missing: string
  shape?: RegExp
  type?: 'text' | 'email' | 'password'
  autocomplete: JSX.InputHTMLAttributes<HTMLInputElement>['autocomplete']
  numeric?: boolean
}

interface Props {
  fields: readonly FieldOf[]
  submit: string
  /** Label of the tick that shows what is typed, where a password is. */
  show: string
  /** What comes besides the fields, before the button. */
  children?: JSX.Element
  /** Null where all went well. */
  run(typed: Readonly<Record<string, string>>, form: HTMLFormElement): Promise<Refusal | null>
  /** Whether the first field is where a person begins as soon as the form is there. */
  begin?: boolean
}

/** Fields in a row and one button. What is wrong is said beside its field, and the field is gone to. */
export function DoorForm(props: Props) {
  const [wrong, setWrong] = createSignal<{ field: string; text: string } | null>(null)
  const [shown, setShown] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  let form!: HTMLFormElement
  const input = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)
  const refuse = (field: string, text: string) => {
    setWrong({ field, text })
    input(field)?.focus()
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setWrong(null)
    const typed = Object.fromEntries(props.fields.map(({ name }) => [name, input(name)?.value ?? '']))
    const missing = props.fields.find(({ name, shape = /\S/ }) => !shape.test(typed[name] ?? ''))
    if (missing) return refuse(missing.name, missing.missing)
    setBusy(true)
    const refused = await props.run(typed, form)
    setBusy(false)
    if (!refused) return
    const named = props.fields.find(({ name }) => name === refused.field) ?? props.fields.at(-1)
    refuse(named?.name ?? '', refused.detail)
  }
  onMount(() => props.begin && form.querySelector('input')?.focus())
  return (
    <form ref={form} class="door-form" novalidate onSubmit={submit}>
      <For each={props.fields}>
        {(field) => (
          <div class="door-field">
            <label for={`door-${field.name}`}>{field.label}</label>
            <Show when={field.hint}>
              <small id={`hint-${field.name}`}>{field.hint}</small>
            </Show>
            <input
              id={`door-${field.name}`}
              name={field.name}
              type={field.type === 'password' && shown() ? 'text' : (field.type ?? 'text')}
              inputMode={field.numeric ? 'numeric' : undefined}
              autocomplete={field.autocomplete}
              spellcheck={false}
              dir={field.name === 'name' ? 'auto' : 'ltr'}
              required
              aria-invalid={wrong()?.field === field.name}
              aria-describedby={`${field.hint ? `hint-${field.name} ` : ''}wrong-${field.name}`}
            />
            <strong id={`wrong-${field.name}`} class="door-wrong" role="alert">
              {wrong()?.field === field.name ? wrong()?.text : ''}
            </strong>
          </div>
        )}
      </For>
      <Show when={props.fields.some(({ type }) => type === 'password')}>
        <label class="tick">
          <input type="checkbox" onChange={(event) => setShown(event.currentTarget.checked)} />
          <span>{props.show}</span>
        </label>
      </Show>
      {props.children}
      <button type="submit" aria-disabled={busy()}>
        {props.submit}
      </button>
    </form>
  )
}
