import type { CodesDraft } from './dhis2-metadata.ts'

const lines = (name: string, entries: readonly unknown[]) =>
  entries.length === 0 ? [] : [`${name}:`, ...entries.map((entry) => `  - ${flow(entry)}`)]

/** JSON with blanks, which is YAML. */
const flow = (entry: unknown): string => {
  if (Array.isArray(entry)) return `[${entry.map(flow).join(', ')}]`
  if (typeof entry !== 'object' || entry === null) return textOf(entry)
  const parts = Object.entries(entry).map(([key, value]) => `${key}: ${flow(value)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

const textOf = (value: unknown) =>
  /^[A-Za-z][\w-]*$/.test(String(value)) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(String(value))
    ? String(value)
    : JSON.stringify(value)

/** A draft as `codes.yaml`, one entry a line; what is not mapped stands above as comments. */
export function writeCodes({ codes, unmapped }: CodesDraft): string {
  const open = Object.entries(unmapped).flatMap(([what, names]) =>
    names.map((name) => `# not mapped, ${what}: ${name.replace(/\s+/g, ' ')}`),
  )
  return [
    ...open,
    `country: ${codes.country}`,
    `version: ${codes.version}`,
    `title: ${JSON.stringify(codes.title)}`,
    ...lines('structures', codes.structures),
    ...lines('elements', codes.elements),
    ...(Object.keys(codes.places).length === 0 ? [] : ['places:']),
    ...Object.entries(codes.places).map(([place, spellings]) => `  ${place}: ${flow(spellings)}`),
    ...lines('categories', codes.categories),
    ...lines('combos', codes.combos),
    ...lines('attributes', codes.attributes),
    `columns: ${flow(codes.columns)}`,
    `ignore: ${flow(codes.ignore)}`,
    '',
  ].join('\n')
}
