import { expect, inject, it } from 'vitest'
import { isIn } from '../../api/services/own-country.ts'
import type { Explanation } from '../../indicators/model/explanation.ts'
import type { IndicatorView, ProgrammeView, ReleasedValue } from '../../indicators/model/released.ts'
import { cookieAt } from '../helpers/signed-in.ts'

const site = inject('addresses')
const data = inject('data')
const cookies = {
  'focal point': cookieAt(data, { role: 'focal_point', country: 'KAZ' }),
  donor: cookieAt(data, { role: 'donor' }),
  coordinator: cookieAt(data),
  nobody: {},
}

async function read<View>(who: keyof typeof cookies, path: string): Promise<View | null> {
  const address = who === 'nobody' ? site.public : site.internal
  const response = await fetch(`${address}/api${path}`, { headers: cookies[who] })
  const body = await response.json()
  return response.ok ? (body as View) : null
}
const nameOf = ({ place, quarter, cell }: ReleasedValue) => `${place} ${quarter} ${cell}`
const rowsOf = (view: IndicatorView | null) => new Map(view?.values.map((row) => [nameOf(row), row]))
const { indicators } = (await read<ProgrammeView>('coordinator', '/programme')) as ProgrammeView

it('shows a focal point of every indicator the own country from the inside, and of the rest what everybody reads', async () => {
  let own = 0
  for (const { id } of indicators) {
    const [inside, open, seen] = await Promise.all(
      (['coordinator', 'nobody', 'focal point'] as const).map(async (who) =>
        rowsOf(await read<IndicatorView>(who, `/indicators/${id}`)),
      ),
    )
    for (const [name, row] of seen ?? []) {
      const source = isIn(row.place, 'KAZ') ? inside : open
      expect(row).toEqual(source?.get(name))
      if (JSON.stringify(row) !== JSON.stringify(open?.get(name))) own += 1
    }
    expect(await read('donor', `/indicators/${id}`)).toEqual(await read('nobody', `/indicators/${id}`))
  }
  expect(own).toBeGreaterThan(0)
})

it('explains to a focal point no more of other countries than to everybody, and names none in what was delivered', async () => {
  let explained = 0
  for (const { id, latest } of indicators) {
    const quarter = latest[0]?.quarter ?? '2022-Q3'
    for (const place of ['ALL', 'TUN', 'UGA', 'KAZ']) {
      const path = `/indicators/${id}/explanation/${place}/${quarter}`
      const seen = await read<Explanation>('focal point', path)
      expect(seen).toEqual(await read(place === 'KAZ' ? 'coordinator' : 'nobody', path))
      if (seen?.lineage?.length) explained += 1
      expect(JSON.stringify(seen?.lineage ?? [])).not.toMatch(/"(TUN|UGA)[-"]/)
    }
    const delivered = await read('focal point', `/indicators/${id}/lineage/${quarter}`)
    expect(JSON.stringify(delivered)).not.toMatch(/"(TUN|UGA)[-"]/)
  }
  expect(explained).toBeGreaterThan(0)
})
