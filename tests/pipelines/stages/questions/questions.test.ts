import { describe, expect, it } from 'vitest'
import { Question } from '../../../../indicators/model/question.ts'
import { languages, type Text } from '../../../../indicators/model/text.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { mappingWith } from '../../../../pipelines/stages/questions/mapping-with.ts'
import { questionCatalogue, questionTexts } from '../../../../pipelines/stages/questions/questions.ts'
import { smallFile, smallSources } from '../small-sources.ts'

const sent = { name: 'small.csv', bytes: smallFile('North;Alpha;-;-;no;1;', 'South;Gamma;7;-;no;1;') }
const check = (answers = {}, sources = smallSources) => checkFile({ ...sent, sources, answers })

describe('a question about a file', () => {
  it('is asked once, says how many cells it is about, and no value comes of them', async () => {
    const { questions, findings, slices } = await check()
    expect(questions).toMatchObject([
      { id: 'mark:-', kind: 'mark', at: { file: 'small.csv', ref: 'C3' }, cells: 3, value: '-' },
    ])
    expect(questions.map((one) => Question.parse(one))).toEqual(questions)
    expect(findings).toEqual([])
    const people = slices.flatMap(({ observations }) =>
      observations.filter(({ element }) => element === 'PEOPLE'),
    )
    expect(people.map(({ lineage, value }) => [lineage.ref, value])).toEqual([['C4', 7]])
  })

  it('is gone once answered, for all cells', async () => {
    const { questions, slices } = await check({ 'mark:-': 'zero' })
    expect(questions).toEqual([])
    const people = slices.flatMap(({ observations }) =>
      observations.filter(({ element }) => element === 'PEOPLE'),
    )
    expect(people.map(({ lineage, value }) => [lineage.ref, value])).toEqual([
      ['C3', 0],
      ['D3', 0],
      ['C4', 7],
      ['D4', 0],
      ['C3-D3', 0],
      ['C4-D4', 7],
    ])
  })

  it('is not asked of the next file where the answer was kept with the description', async () => {
    const mappings = smallSources.mappings.map((mapping) => mappingWith(mapping, { 'mark:-': 'missing' }))
    const { questions, slices } = await check({}, { ...smallSources, mappings })
    expect(questions).toEqual([])
    expect(
      slices.flatMap(({ observations }) => observations).filter(({ state }) => state === 'missing'),
    ).toHaveLength(5)
  })
})

describe('a description with answers', () => {
  const [mapping] = smallSources.mappings
  if (!mapping) throw new Error('there is no description')

  it('is the same where no answer is about it, or none can be given', () => {
    expect(mappingWith(mapping, {})).toEqual(mapping)
    expect(
      mappingWith(mapping, { decimal: 'dot', 'mark:-': 'maybe', 'date-order': 'ymd', other: 'x' }),
    ).toEqual(mapping)
    expect(
      mappingWith(mapping, { 'period:en-fiscal-quarter': 'never', 'counted-from:people': 'noon' }),
    ).toEqual(mapping)
  })

  it('takes the answer in place of what it said before, and is not changed itself', () => {
    const before = structuredClone(mapping)
    const after = mappingWith(mapping, { 'mark:n.k.': 'zero', decimal: 'comma', 'date-order': 'mdy' })
    expect(after.marks).toEqual({ 'n.r.': 'withheld', 'n.k.': 'zero' })
    expect([after.numbers?.decimal, after.dates]).toEqual([',', 'mdy'])
    expect(mapping).toEqual(before)
  })

  it('knows a column by any spelling of its header', () => {
    const { tables } = mappingWith(mapping, { 'counted-from:persons': 'year_to_date' })
    expect(tables[0]?.columns.map(({ deliveredAs }) => deliveredAs)).toEqual([
      'year_to_date',
      undefined,
      'as_of_date',
      'as_of_date',
    ])
  })

  it('reads the tables that were asked about in the form that was answered', () => {
    const { tables } = mappingWith(mapping, { 'period:en-fiscal-quarter': 'en-quarter' })
    expect(tables[0]?.period.form).toBe('en-quarter')
    expect(mappingWith(mapping, { 'period:fr-quarter': 'en-quarter' })).toEqual(mapping)
  })
})

describe('the catalogue of questions', () => {
  const fields = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  const texts: [string, Text][] = [
    ...Object.entries(questionCatalogue.kinds).flatMap(([kind, { question, answers }]): [string, Text][] => [
      [kind, question],
      ...Object.entries(answers).map(([answer, text]): [string, Text] => [`${kind} ${answer}`, text]),
    ]),
    ...Object.entries(questionCatalogue.reasons),
  ]

  it('asks for every kind of question there is', () => {
    expect(Object.keys(questionCatalogue.kinds).sort()).toEqual([...Question.shape.kind.options].sort())
  })

  it.each(texts)('has the same fields in every language: %s', (_, text) => {
    for (const language of languages.filter((one) => text[one] !== undefined))
      expect([language, fields(text[language])]).toEqual([language, fields(text.en)])
  })

  it('tells question, answers and reason in the language asked for', async () => {
    const [question] = (await check()).questions
    if (!question) throw new Error('nothing was asked')
    const suggested = {
      ...question,
      suggestion: { answer: 'zero', confidence: 0.7, reason: 'usual-meaning' },
    }
    const told = questionTexts(suggested, 'fr')
    expect(told.question).toBe('Que signifie « - » dans ce fichier ? (cellules : 3)')
    expect(told.answers).toEqual([
      'Non communiqué',
      'Sans objet ici',
      'Connu, mais non diffusé',
      'Zéro : il n’y en a eu aucun',
    ])
    expect(told.reason).toBe('Ce signe a le plus souvent ce sens')
  })
})
