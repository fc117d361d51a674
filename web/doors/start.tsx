import { render } from 'solid-js/web'
import { AccountDoor } from './account.tsx'
import { Join } from './join.tsx'
import { People } from './people.tsx'
import { SignIn } from './sign-in.tsx'
import type { DoorWords } from './words.ts'

const doors = { 'sign-in': SignIn, join: Join, account: AccountDoor, people: People }

/** Takes over the pages on which people come in and see to their accounts. */
export function startDoor() {
  const host = document.getElementById('door')
  const written = document.getElementById('door-words')?.textContent
  if (!host || !written) return
  const words = JSON.parse(written) as DoorWords // safe: written by this page's view
  const Door = doors[words.door]
  render(() => <Door words={words} />, host)
}
