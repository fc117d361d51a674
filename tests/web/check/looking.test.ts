import { describe, expect, it } from 'vitest'
import { firstLook } from '../../../api/services/first-look.ts'
import { brokenFiles } from '../../../fixtures/broken/broken-files.ts'
import { languages } from '../../../indicators/model/text.ts'
import { lookAt } from '../../../web/check/look-at.ts'

const { places } = firstLook('en')
const broken = await brokenFiles()
const look = (bytes: Uint8Array) => lookAt({ bytes, places })
const bytesOf = (id: string) => {
  const found = broken.find((one) => one.id === id)
  if (!found) throw new Error(`no broken file ${id}`)
  return found.bytes
}
const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))

describe('a file, before it is sent', () => {
  it('is stopped where it is about persons, and nothing of it is repeated', async () => {
    const looked = await look(bytesOf('case-list'))
    expect(looked).toMatchObject({ fit: false, code: 'personal-data' })
    expect(JSON.stringify(looked)).not.toContain('Personne')
  })

  it('is stopped where it cannot be read, because nobody knows what it holds', async () => {
    expect(await look(new Uint8Array())).toMatchObject({ fit: false, code: 'file-empty' })
    expect(await look(new Uint8Array(4096))).toMatchObject({ fit: false })
    expect(await look(new Uint8Array([0x50, 0x4b, 3, 4, 255, 255]))).toMatchObject({ fit: false })
  })

  it('is fit where it holds counts, also where stations are named after persons', async () => {
    const stations = places.filter(({ code }) => code.startsWith('TUN-') && code.split('-').length === 3)
    const rows = stations.slice(0, 8).map(({ name }, index) => `${name};${index + 10};${index}`)
    expect(await look(text(['Établissement;Hommes;Femmes', ...rows]))).toEqual({ fit: true })
    expect(await look(bytesOf('text-in-number'))).toEqual({ fit: true })
  })
})

it.each(languages)('what is said of a stopped file is said in %s', (language) => {
  const { sentences } = firstLook(language)
  expect(Object.keys(sentences)).toContain('personal-data')
  for (const { text: sentence, kinds } of Object.values(sentences)) {
    const holes = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(holes.filter((name) => name !== 'kind' && name !== 'reason')).toEqual([])
    if (language === 'ru' || language === 'kk') expect(sentence).toMatch(/[а-я]/)
    if (language === 'ar') expect(sentence).toMatch(/[\u0600-\u06ff]/)
    expect(Object.values(kinds).every((word) => word !== '')).toBe(true)
  }
})
