import { type Endpoint, type Format, mediaTypes } from '../contract/endpoint.ts'
import { getDataPackage } from '../contract/get-data-package.ts'

/**
 * The Link header of an answer about a release (RFC 8288): what describes it, the same in other forms, and the address
 * that will always answer with it.
 */
export function linksOf({ path, formats }: Endpoint, asked: string, release: string, format: Format): string {
  const pin = `?v=${release}`
  const ending = `.${format}`
  const bare = !path.endsWith(ending) && asked.endsWith(ending) ? asked.slice(0, -ending.length) : asked
  const others = formats.length === 1 ? [] : formats.filter((other) => other !== format)
  return [
    `<${getDataPackage.path}${pin}>; rel="describedby"; type="${mediaTypes.json}"`,
    `<${formats.length === 1 ? bare : `${bare}${ending}`}${pin}>; rel="bookmark"`,
    ...others.map((other) => `<${bare}.${other}${pin}>; rel="alternate"; type="${mediaTypes[other]}"`),
  ].join(', ')
}
