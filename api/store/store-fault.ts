/** A reason why stored things cannot be used; services turn it into the problem of the same code. */
export class StoreFault extends Error {
  readonly code: 'state-newer' | 'key-missing' | 'key-wrong' | 'raw-file-damaged' | 'raw-file-missing'
  readonly path: string
  constructor(code: StoreFault['code'], path: string) {
    super(`${code}: ${path}`)
    this.name = 'StoreFault'
    this.code = code
    this.path = path
  }
}
