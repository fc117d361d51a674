import { createSignal } from 'solid-js'
import type { Answer } from './ask.ts'
import { createRefusal } from './refusal.tsx'
import type { DoorWords } from './words.ts'

interface Props<Said> {
  label: string
  words: DoorWords
  use(words: DoorWords): Promise<Answer<Said>>
  onDone(said: Said): void
}

/** Another way in than typing: a button, and what is said where it does not open. */
export function OtherWay<Said>(props: Props<Said>) {
  const { refuse, Refused } = createRefusal(props.words)
  const [busy, setBusy] = createSignal(false)
  const press = async () => {
    if (busy()) return
    setBusy(true)
    const { said, refused } = await props.use(props.words)
    setBusy(false)
    if (!refuse(refused) && said) props.onDone(said)
  }
  return (
    <>
      <p>
        <button type="button" aria-disabled={busy()} onClick={press}>
          {props.label}
        </button>
      </p>
      <Refused />
    </>
  )
}
