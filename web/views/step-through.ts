interface Steps {
  label: string
  role: string
  count: number
  at(): number
  go(point: number): void
  openTable(): void
}

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * Makes a drawing one stop of the keyboard that steps through its points without wrapping.
 *
 * Time runs from left to right in every language, so the arrows mean the same in every language.
 */
export function stepThrough(stage: HTMLElement, steps: Steps): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = moves[event.key]
    if (move !== undefined) {
      const last = steps.count - 1
      steps.go(Math.min(last, Math.max(0, move(steps.at(), last))))
    } else if (event.key.toLowerCase() === 't') steps.openTable()
    else if (event.key === 'Escape') stage.blur()
    else return
    event.preventDefault()
  }
  stage.tabIndex = 0
  stage.setAttribute('role', 'application')
  stage.setAttribute('aria-roledescription', steps.role)
  stage.setAttribute('aria-label', steps.label)
  stage.addEventListener('keydown', onKey)
  return () => stage.removeEventListener('keydown', onKey)
}
