import { z } from 'zod'
import type { Role } from '../accounts/account.ts'

export const SubmissionState = z.enum([
  'draft',
  'submitted',
  'in_review',
  'returned',
  'approved',
  'superseded',
  'withdrawn',
])
export type SubmissionState = z.infer<typeof SubmissionState>

export const SubmissionAction = z.enum([
  'save',
  'send',
  'submit',
  'undo',
  'take',
  'return',
  'approve',
  'withdraw',
  'supersede',
])
export type SubmissionAction = z.infer<typeof SubmissionAction>

/** `program`: what follows from something else that was done, by nobody's decision. */
type Actor = Role | 'program'

/**
 * One step a submission may take. `whose` says of what the person has sent: `own` only what she has sent some version
 * of, `others` only what she has sent no version of. `from` is null where there is nothing yet.
 */
export type Transition = {
  action: SubmissionAction
  from: SubmissionState | null
  to: SubmissionState
  by: readonly Actor[]
  whose: 'any' | 'own' | 'others'
  /** Words that have to be given: always, or where something is overridden. */
  words?: 'question' | 'reason-to-override'
  /** Only so many days after the last step. */
  withinDays?: number
}

const senders = ['focal_point', 'coordinator'] as const
const country = { by: ['focal_point'], whose: 'any' } as const
/** A coordinator who has sent something takes back no more than that. */
const sender = { by: ['coordinator'], whose: 'own' } as const
const decides = { by: ['coordinator'], whose: 'others' } as const
const sends = { by: senders, whose: 'any' } as const

/** All steps there are. What is not here cannot happen; `decided` and `superseded` things stay for ever. */
export const transitions: readonly Transition[] = [
  { action: 'save', from: null, to: 'draft', ...sends },
  { action: 'save', from: 'draft', to: 'draft', ...sends },
  { action: 'send', from: null, to: 'submitted', ...sends },
  { action: 'send', from: 'draft', to: 'submitted', ...sends },
  { action: 'send', from: 'submitted', to: 'submitted', ...sends },
  { action: 'send', from: 'returned', to: 'submitted', ...sends },
  { action: 'submit', from: 'draft', to: 'submitted', ...sends },
  { action: 'undo', from: 'submitted', to: 'draft', ...country, withinDays: 7 },
  { action: 'undo', from: 'submitted', to: 'draft', ...sender, withinDays: 7 },
  { action: 'take', from: 'submitted', to: 'in_review', ...decides },
  { action: 'return', from: 'in_review', to: 'returned', ...decides, words: 'question' },
  { action: 'approve', from: 'in_review', to: 'approved', ...decides, words: 'reason-to-override' },
  { action: 'withdraw', from: 'draft', to: 'withdrawn', ...country },
  { action: 'withdraw', from: 'draft', to: 'withdrawn', ...sender },
  { action: 'withdraw', from: 'submitted', to: 'withdrawn', ...country },
  { action: 'withdraw', from: 'submitted', to: 'withdrawn', ...sender },
  { action: 'withdraw', from: 'returned', to: 'withdrawn', ...country },
  { action: 'withdraw', from: 'returned', to: 'withdrawn', ...sender },
  { action: 'supersede', from: 'approved', to: 'superseded', by: ['program'], whose: 'any' },
]

/** Still on its way: another version of the same reports is the next version of it. */
export const openStates: readonly SubmissionState[] = ['draft', 'submitted', 'in_review', 'returned']

export type Asking = {
  action: SubmissionAction
  from: SubmissionState | null
  by: Actor
  /** Whether whoever asks has sent any version of it. */
  hasSent: boolean
  /** Since the last step; 0 where there is none. */
  days: number
}

export type StepRefusal = 'not-permitted' | 'submission-state' | 'own-submission' | 'undo-over'

/** The step somebody asks for, or why there is none. */
export function stepFor({ action, from, by, hasSent, days }: Asking): Transition | StepRefusal {
  const ofRole = transitions.filter((one) => one.action === action && one.by.includes(by))
  if (ofRole.length === 0) return 'not-permitted'
  const here = ofRole.filter((one) => one.from === from)
  if (here.length === 0) return 'submission-state'
  const step = here.find(({ whose }) => whose === 'any' || (whose === 'own') === hasSent)
  if (!step) return hasSent ? 'own-submission' : 'not-permitted'
  return step.withinDays !== undefined && days > step.withinDays ? 'undo-over' : step
}
