/** One of several things to choose from in a form. */
export interface Option {
  value: string
  text: string
  chosen: boolean
  /** The language of the text, where it is not the page's. */
  language?: string
}
