import { render } from 'solid-js/web'
import type { FirstLook } from '../../api/contract/get-first-look.ts'
import { Check } from './check.tsx'
import type { Words } from './words.ts'

/** Takes over the page on which a file is checked. What is needed to look at one is fetched before one is chosen. */
export function startChecking() {
  const host = document.getElementById('check')
  const written = document.getElementById('check-words')?.textContent
  if (!host || !written) return
  const words = JSON.parse(written) as Words // safe: written by this page's view
  const first = fetch(`/api/check/first-look?lang=${words.language}`).then((response) => {
    if (!response.ok) throw new Error(String(response.status))
    return response.json() as Promise<FirstLook>
  })
  first.catch(() => undefined)
  render(() => <Check words={words} first={first} />, host)
}
