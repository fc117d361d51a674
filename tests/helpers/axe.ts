import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Rules that look at colours; by all others a page is the same in the light and in the dark. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** What is looked at: both directions of writing, and the colours of the dark, which no language changes. */
export const lookedAt = [
  ['en', 'light'],
  ['ar', 'light'],
  ['en', 'dark'],
] as const

/** What axe objects to on a page: by every rule in the light, by those of colours in the dark. */
export async function objections(page: Page, scheme: 'light' | 'dark') {
  const axe = new AxeBuilder({ page })
  const { violations } = await (scheme === 'dark' ? axe.withRules(ofColours) : axe).analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}
