export type StopReason = 'time' | 'memory'

/** A process apart died, or was stopped, before its answer was whole. */
export class ReaderStopped extends Error {
  readonly reason: StopReason
  constructor(reason: StopReason) {
    super(`stopped: ${reason}`)
    this.name = 'ReaderStopped'
    this.reason = reason
  }
}
