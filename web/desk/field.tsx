/** Some lines of text, with what is wrong with them beside them. */
export function TextField(props: {
  id: string
  label: string
  value: string
  wrong?: string
  onInput(text: string): void
}) {
  return (
    <div class="desk-field">
      <label for={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        rows="3"
        dir="auto"
        maxlength="4000"
        aria-invalid={Boolean(props.wrong)}
        aria-describedby={`${props.id}-wrong`}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <strong id={`${props.id}-wrong`} class="door-wrong" role="alert">
        {props.wrong ?? ''}
      </strong>
    </div>
  )
}
