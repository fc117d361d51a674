import { acceptInvitation } from './accounts/accept-invitation.ts'
import { addPasskey } from './accounts/add-passkey.ts'
import { askForPasskey } from './accounts/ask-for-passkey.ts'
import { beginOpenid } from './accounts/begin-openid.ts'
import { disableAccount } from './accounts/disable-account.ts'
import { endSessions } from './accounts/end-sessions.ts'
import { getPasskeys } from './accounts/get-passkeys.ts'
import { getPeople } from './accounts/get-people.ts'
import { getSessions } from './accounts/get-sessions.ts'
import { giveCode } from './accounts/give-code.ts'
import { giveRecoveryCode } from './accounts/give-recovery-code.ts'
import { invitePerson } from './accounts/invite-person.ts'
import { proposePasskey } from './accounts/propose-passkey.ts'
import { proposeSecondFactor } from './accounts/propose-second-factor.ts'
import { removePasskey } from './accounts/remove-passkey.ts'
import { revokeInvitation } from './accounts/revoke-invitation.ts'
import { signIn } from './accounts/sign-in.ts'
import { signInByPasskey } from './accounts/sign-in-by-passkey.ts'
import { signOut } from './accounts/sign-out.ts'
import { checkFile } from './check-file.ts'
import type { Endpoint } from './endpoint.ts'
import { getCatalogue } from './get-catalogue.ts'
import { getCell } from './get-cell.ts'
import { getDataPackage } from './get-data-package.ts'
import { getExplanation } from './get-explanation.ts'
import { getFirstLook } from './get-first-look.ts'
import { getHealth } from './get-health.ts'
import { getIati } from './get-iati.ts'
import { getIatiNl } from './get-iati-nl.ts'
import { getIndicator } from './get-indicator.ts'
import { getLineage } from './get-lineage.ts'
import { getOpenapi } from './get-openapi.ts'
import { getProgramme } from './get-programme.ts'
import { getRelease } from './get-release.ts'
import { getReport } from './get-report.ts'
import { getValues } from './get-values.ts'
import { getWindows } from './get-windows.ts'
import { getJournal } from './journal/get-journal.ts'
import { getPublishing } from './releases/get-publishing.ts'
import { getReleases } from './releases/get-releases.ts'
import { previewRelease } from './releases/preview-release.ts'
import { publishRelease } from './releases/publish-release.ts'
import { withdrawRelease } from './releases/withdraw-release.ts'
import { approveSubmission } from './submissions/approve-submission.ts'
import { commentOnSubmission } from './submissions/comment-on-submission.ts'
import { compareVersions } from './submissions/compare-versions.ts'
import { getSubmission } from './submissions/get-submission.ts'
import { getSubmissions } from './submissions/get-submissions.ts'
import { returnSubmission } from './submissions/return-submission.ts'
import { sendSubmission } from './submissions/send-submission.ts'
import { submitSubmission } from './submissions/submit-submission.ts'
import { takeSubmission } from './submissions/take-submission.ts'
import { undoSubmission } from './submissions/undo-submission.ts'
import { withdrawSubmission } from './submissions/withdraw-submission.ts'

/** Everything that can be asked of the server; what is not in this list does not exist. */
export const endpoints: readonly Endpoint[] = [
  getRelease,
  getProgramme,
  getIndicator,
  getWindows,
  getValues,
  getDataPackage,
  getCatalogue,
  getIati,
  getIatiNl,
  getReport,
  getLineage,
  getExplanation,
  getCell,
  checkFile,
  getFirstLook,
  signIn,
  giveCode,
  giveRecoveryCode,
  proposeSecondFactor,
  beginOpenid,
  askForPasskey,
  signInByPasskey,
  proposePasskey,
  addPasskey,
  getPasskeys,
  removePasskey,
  signOut,
  getSessions,
  endSessions,
  getPeople,
  invitePerson,
  revokeInvitation,
  acceptInvitation,
  disableAccount,
  getJournal,
  sendSubmission,
  getSubmissions,
  getSubmission,
  compareVersions,
  commentOnSubmission,
  takeSubmission,
  returnSubmission,
  approveSubmission,
  submitSubmission,
  undoSubmission,
  withdrawSubmission,
  getReleases,
  getPublishing,
  previewRelease,
  publishRelease,
  withdrawRelease,
  getHealth,
  getOpenapi,
]
