/** The page in a few sentences: what a phone on a slow line and a screen reader get first. */
export const Summary = (props: { sentences: readonly string[] }) => (
  <p class="summary">{props.sentences.join(' ')}</p>
)
