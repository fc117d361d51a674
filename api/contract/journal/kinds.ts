import { SubmissionAction } from '../submissions/states.ts'

/** What is written down, each kind by a word of its own. */
export const journalKinds = [
  ...(['import', 'refuse', 'describe', 'publish', 'withdraw-release', 'looked'] as const),
  ...(['invited', 'invitation-revoked', 'account-made', 'account-disabled'] as const),
  ...(['signed-in', 'signed-out', 'sessions-ended', 'sign-in-refused', 'code-refused'] as const),
  ...(['second-factor-proposed', 'passkey-added', 'passkey-removed'] as const),
  ...(['submission-comment', 'submission-published'] as const),
  ...SubmissionAction.options.map((action) => `submission-${action}` as const),
] as const
export type JournalKind = (typeof journalKinds)[number]
