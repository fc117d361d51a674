/** The sign of a series, the same everywhere: circle for women, square for men, triangle for not stated. */
export const SexMark = (props: { sex: 'women' | 'men' | 'unknown' }) => (
  <svg class="sex-mark" data-sex={props.sex} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {props.sex === 'women' ? <circle cx="6" cy="6" r="5" /> : null}
    {props.sex === 'men' ? <rect x="1.5" y="1.5" width="9" height="9" /> : null}
    {props.sex === 'unknown' ? <path d="M6 1.5l5 9H1z" /> : null}
  </svg>
)
