import { render } from 'solid-js/web'
import { AuditDesk } from './audit.tsx'
import { PublishDesk } from './publish.tsx'
import { SubmissionDesk } from './submission.tsx'
import { TasksDesk } from './tasks.tsx'
import type { DeskWords } from './words.ts'

const pages = { tasks: TasksDesk, submissions: SubmissionDesk, publish: PublishDesk, audit: AuditDesk }

/** Takes over the pages on which files are followed and decided about. */
export function startDesk() {
  const host = document.getElementById('desk')
  const written = document.getElementById('desk-words')?.textContent
  if (!host || !written) return
  const words = JSON.parse(written) as DeskWords // safe: written by this page's view
  const Page = pages[words.desk]
  render(() => <Page words={words} />, host)
}
