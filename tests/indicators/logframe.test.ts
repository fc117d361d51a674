import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../../indicators/logframe/formula-terms.ts'
import { logframeHash } from '../../indicators/logframe/logframe-hash.ts'
import { loadLogframe, readLogframe } from '../../indicators/logframe/read-logframe.ts'
import { Logframe } from '../../indicators/model/logframe.ts'
import type { PlannedValue } from '../../indicators/model/target.ts'
import { languages } from '../../indicators/model/text.ts'

const logframe = loadLogframe()
const elements = new Map(logframe.elements.map((element) => [element.id, element]))
const ofCode = new Map(logframe.indicators.map((indicator) => [indicator.code, indicator]))
const measured = logframe.indicators.filter(({ level }) => level !== 'context')

const table = (name: string): Record<string, string>[] => {
  const [head = '', ...rows] = readFileSync(`${import.meta.dirname}/fixtures-logframe/${name}`, 'utf8')
    .trim()
    .split('\n')
  const keys = head.split(';')
  return rows.map((row) => Object.fromEntries(row.split(';').map((cell, i) => [keys[i], cell])))
}
const proposal = table('proposal.csv')

describe('the logframe of the programme', () => {
  it('has no mistake and fits its schema', () => {
    expect(readLogframe().problems).toEqual([])
    expect(Logframe.safeParse(logframe).error).toBeUndefined()
  })

  it('holds 45 indicators in printed order, then 5 context series', () => {
    expect(logframe.indicators.map(({ code }) => code)).toEqual([
      ...proposal.map(({ code }) => code),
      'CTX.1',
      'CTX.2',
      'CTX.3',
      'CTX.4',
      'CTX.5',
    ])
  })

  it('holds the 78 elements, none of them less protected or otherwise counted than proposed', () => {
    const proposed = table('elements.csv')
    expect(logframe.elements.map(({ id }) => id)).toEqual(proposed.map(({ id }) => id))
    expect(logframe.elements).toHaveLength(78)
    for (const { id = '', kind, frequency, dimensions, class: least } of proposed) {
      const element = elements.get(id)
      const by = dimensions?.split(', ').filter((one) => one !== '' && one !== 'region')
      expect([id, element?.kind, element?.frequency]).toEqual([id, kind, frequency])
      expect([id, element?.dimensions.length]).toEqual([id, by?.length])
      expect([id, (element?.sensitivity ?? '') >= (least ?? '')]).toEqual([id, true])
    }
  })

  it.each(proposal)('keeps the code, objectives, area, direction and class of $code', (row) => {
    const indicator = ofCode.get(row.code ?? '')
    expect(indicator?.objectives.join('+')).toBe(row.objectives)
    expect(indicator?.area).toBe(row.area)
    expect(indicator?.direction).toBe(row.direction === 'n/a' ? 'none' : row.direction)
    expect(indicator?.frequency).toBe(row.frequency)
    expect(indicator?.opsysProfile).toBe(row.profile)
    expect((indicator?.sensitivity ?? '') >= (row.class ?? '')).toBe(true)
  })

  it('follows the outcome profile: A and B on a line, C in steps or at the end, yes or no in steps', () => {
    for (const { code, opsysProfile, path, formula } of measured) {
      const planned = (logframe.plans[ofCode.get(code)?.id ?? ''] ?? []).some(
        (plan) => plan.milestones.length > 0,
      )
      const wanted =
        formula.kind === 'yes_no' || (opsysProfile === 'C' && planned)
          ? 'steps'
          : opsysProfile === 'A' || opsysProfile === 'B'
            ? 'linear'
            : 'end_only'
      expect([code, path]).toEqual([code, wanted])
    }
  })
})

describe('protection in the definitions', () => {
  it('never lets a count of prisoners be ordinary', () => {
    const prisoners = /^(PP|VEP|VUL|DIS_(ENROL|PART|COMPL|EXIT)|PRV|REL|POST|COH|VOC|VIS|CMP|CLS|PART)/
    const ordinary = logframe.elements.filter(
      ({ id, people, sensitivity }) => people && prisoners.test(id) && sensitivity === 'S0',
    )
    expect(ordinary).toEqual([])
  })

  it('takes restricted counts of persons as country totals', () => {
    const finer = logframe.elements.filter(
      ({ people, sensitivity, scope }) => people && sensitivity === 'S2' && scope !== 'country',
    )
    expect(finer).toEqual([])
  })

  it('shows no restricted indicator below the country', () => {
    const restricted = logframe.indicators.filter(({ sensitivity }) => sensitivity === 'S2')
    expect(restricted.length).toBeGreaterThan(15)
    expect(restricted.filter(({ byRegion }) => byRegion)).toEqual([])
    expect(
      restricted.flatMap(({ breakdowns }) => breakdowns).filter(({ levels }) => levels === 'region'),
    ).toEqual([])
  })

  it('needs ten answers before a rating of participants is shown', () => {
    expect(ofCode.get('OP3.2.4')?.sensitivity).toBe('S2')
  })

  it('breaks every indicator about persons down by sex wherever all its elements are', () => {
    const unsplit = measured
      .filter(({ breakdowns, formula }) => {
        const terms = termsOf(formula).map(({ term }) => term)
        const bySex = terms.every(({ element }) => elements.get(element)?.dimensions.includes('sex'))
        return (
          bySex &&
          terms.every(({ only }) => only?.sex === undefined) &&
          !breakdowns.some(({ by }) => by === 'sex')
        )
      })
      .map(({ code }) => code)
    // Results of reassessments are published for the country as a whole.
    expect(unsplit).toEqual(['SO2.2'])
  })
})

describe('plans', () => {
  const scaleOf = (code: string) => {
    const unit = ofCode.get(code)?.unit
    return unit === 'per-1000' ? 1000 : unit === 'score' ? 1 : 100
  }
  const planned = (code: string, pick: 'baseline' | 'target' | string) =>
    (logframe.plans[ofCode.get(code)?.id ?? ''] ?? [])
      .filter(({ cell }) => cell === '')
      .flatMap((plan) =>
        pick === 'baseline' || pick === 'target'
          ? (plan[pick]?.planned ?? [])
          : plan.milestones.filter(({ date }) => date === pick).map((one) => one.planned),
      )
  const total = (values: PlannedValue[], key: 'value' | 'numerator' | 'denominator') =>
    values.reduce((sum, value) => sum + (value[key] ?? Number.NaN), 0)
  const expectPooled = (code: string, values: PlannedValue[], proposed = '') => {
    const [low, high] = proposed.split('..').map(Number)
    if (proposed === '') return
    expect([code, values.length]).toEqual([code, 3])
    const pair = `${total(values, 'numerator')}/${total(values, 'denominator')}`
    if (proposed.includes('/')) expect([code, pair]).toEqual([code, proposed])
    else if (proposed.startsWith('~')) {
      const scale = scaleOf(code)
      const rate = (scale * total(values, 'numerator')) / total(values, 'denominator')
      const digits = proposed.split('.')[1]?.length ?? 0
      expect(Math.abs(rate - Number(proposed.slice(1)))).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9)
    } else if (high !== undefined) {
      const stages = values.map(({ value }) => value)
      expect([code, Math.min(...stages), Math.max(...stages)]).toEqual([code, low, high])
    } else expect([code, total(values, 'value')]).toEqual([code, Number(proposed)])
  }

  it.each(proposal)('of the three countries make the proposed programme figures of $code', (row) => {
    const code = row.code ?? ''
    expectPooled(code, planned(code, 'baseline'), row.baseline)
    expectPooled(code, planned(code, '2019-12-31'), row.milestone2019)
    expectPooled(code, planned(code, '2020-12-31'), row.milestone2020)
    expectPooled(code, planned(code, 'target'), row.target)
  })

  it('lead to 1,290 staff trained, 600 + 240 + 450, of whom 356 are women', () => {
    const plans = logframe.plans['staff-trained'] ?? []
    const targets = (cell: string) =>
      plans.filter((plan) => plan.cell === cell).map(({ target }) => target?.planned.value)
    expect(targets('')).toEqual([600, 240, 450])
    expect(targets('sex=female')).toEqual([150, 48, 158])
    expect(planned('OP1.2.5', 'target').map(({ numerator }) => numerator)).toEqual(targets('sex=female'))
  })

  it('exist for every country and indicator, and for no context series', () => {
    for (const { id, level } of logframe.indicators)
      expect([
        id,
        (logframe.plans[id] ?? []).filter(({ cell }) => cell === '').map(({ place }) => place),
      ]).toEqual([id, level === 'context' ? [] : ['KAZ', 'TUN', 'UGA']])
  })

  it('keep a pair wherever the value is a ratio, and the pair gives the value', () => {
    for (const { id, formula } of measured) {
      const scale = formula.kind === 'ratio' ? formula.scale : formula.kind === 'weighted_mean' ? 1 : 100
      const pooled = ['ratio', 'weighted_mean', 'share_of_facilities'].includes(formula.kind)
      for (const { baseline, milestones, target, extension } of logframe.plans[id] ?? [])
        for (const one of [baseline, ...milestones, target, extension])
          if (one && pooled) {
            const { value, numerator = Number.NaN, denominator = Number.NaN } = one.planned
            expect((scale * numerator) / denominator).toBeCloseTo(value, 9)
          } else if (one) expect(one.planned.denominator).toBeUndefined()
    }
  })

  it('of three indicators run on to September 2022 with a reason, their first target untouched', () => {
    const extended = Object.entries(logframe.plans).flatMap(([id, plans]) =>
      plans.filter(({ extension }) => extension).map((plan) => ({ id, plan })),
    )
    expect([...new Set(extended.map(({ id }) => id))]).toEqual([
      'staff-trained',
      'assessment-framework-stage',
      'valid-assessments',
    ])
    for (const { plan } of extended) {
      expect(plan.extension?.date).toBe('2022-09-30')
      expect(plan.target?.date).toBe('2021-12-31')
      expect(languages.every((language) => plan.extension?.reason[language])).toBe(true)
    }
  })

  it('are illustrative unless a source stands behind every figure', () => {
    const plans = Object.values(logframe.plans).flat()
    expect(plans.filter(({ illustrative }) => illustrative).length).toBeGreaterThan(130)
    const published = plans.filter(({ illustrative }) => !illustrative)
    expect(published.map(({ place, target }) => [place, target?.planned.value])).toEqual([
      ['KAZ', 3],
      ['UGA', 6],
    ])
    expect(published.every(({ source }) => source?.includes('UNODC'))).toBe(true)
  })
})

describe('the hash of the definitions', () => {
  it('is the same for the same meaning, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(logframe).reverse()) as Logframe
    expect(logframeHash(turned)).toBe(logframeHash(logframe))
    expect(logframeHash(logframe)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('changes with a single target', () => {
    const changed = structuredClone(logframe)
    const target = changed.plans['staff-trained']?.[0]?.target
    if (target) target.planned.value += 1
    expect(logframeHash(changed)).not.toBe(logframeHash(logframe))
  })
})
