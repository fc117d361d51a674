import { describe, expect, it } from 'vitest'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import { type Dimension, dimensions } from '../../../../indicators/model/breakdown.ts'
import { languages } from '../../../../indicators/model/text.ts'
import { loadAliases } from '../../../../pipelines/stages/suggest/aliases.ts'
import { lettersOn } from '../../../../pipelines/stages/suggest/letters.ts'
import { lexiconOf } from '../../../../pipelines/stages/suggest/lexicon.ts'
import { readText } from '../../../../pipelines/stages/suggest/read-text.ts'
import { plainOf } from '../../../../pipelines/stages/suggest/words.ts'

const elements = new Map(loadLogframe().elements.map((element) => [element.id, element]))
const aliases = loadAliases()
const lexicon = lexiconOf(elements, aliases)
const termsOf = (text: string) =>
  readText(lexicon, text).map(({ terms, deliveredAs }) => [terms, deliveredAs])

describe.each(languages)('the words in %s', (language) => {
  it('name every data element and every category', () => {
    expect([...elements.keys()].filter((id) => !aliases[language].elements[id]?.length)).toEqual([])
    const missing = Object.entries(dimensions)
      .filter(([dimension]) => dimension !== 'area')
      .flatMap(([dimension, categories]) =>
        categories.filter(
          (category) => !aliases[language].categories[dimension as Dimension]?.[category]?.length,
        ),
      )
    expect(missing).toEqual([])
    expect(Object.keys(aliases[language].elements).filter((id) => !elements.has(id))).toEqual([])
  })

  it('never name two elements, even with a letter wrong', () => {
    const doubtful = Object.entries(aliases[language].elements).flatMap(([id, texts]) =>
      texts.flatMap((text) => {
        const named = readText(lexicon, text).flatMap(({ terms }) =>
          terms.flatMap((term) => (term.kind === 'element' ? [term.element] : [])),
        )
        return new Set(named).size === 1 && named[0] === id ? [] : [[id, text, named]]
      }),
    )
    expect(doubtful).toEqual([])
  })

  it('never give one category of a dimension two names that are the same', () => {
    const doubtful = Object.entries(aliases[language].categories).flatMap(([dimension, words]) =>
      Object.entries(words).flatMap(([category, texts]) =>
        texts
          .filter((text) => text.length > 1)
          .flatMap((text) => {
            const found = lexicon
              .find(plainOf(text))
              .flatMap(({ term }) =>
                term.kind === 'category' && term.dimension === dimension ? [term.category] : [],
              )
            return found.length === 1 && found[0] === category ? [] : [[dimension, category, text, found]]
          }),
      ),
    )
    expect(doubtful).toEqual([])
  })
})

describe('a text', () => {
  const female = { kind: 'category', dimension: 'sex', category: 'female' }
  const of = (element: string) => ({ kind: 'element', element })
  it.each([
    ['Прибыло с начала года', [[[of('PP_ADM')], 'year_to_date']]],
    ['Жыл басынан келгендер / Прибыло с начала года', [[[of('PP_ADM')], 'year_to_date']]],
    ['Entrées du trimestre', [[[of('PP_ADM')], 'period']]],
    ['Recommandations émises (cumul)', [[[of('SEC_REC_ISSUED')], 'since_start']]],
    ['Questionnaires remplis, dont femmes', [[[of('PART_SURVEY'), female], null]]],
    ['الأعوان المكونون لأول مرة – منهم نساء', [[[of('TR_FIRST'), female], null]]],
    ['Bсего', [[[{ kind: 'total' }], null]]],
    ['ҚАЖ қызметкерлері', [[[of('ST_STOCK')], null]]],
    ['nothing anybody ever counted', []],
  ])('%s is understood', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  it('with a letter wrong is understood as similar, with its opposite never', () => {
    expect(readText(lexicon, 'Complaints recieved')[0]).toMatchObject({
      terms: [of('CMP_RCVD')],
      how: 'similar',
    })
    for (const [text, opposite] of [
      ['Unsentenced', 'sentenced'],
      ['неосужденные', 'sentenced'],
      ['сотталмағандар', 'sentenced'],
      ['mineurs', 'adult'],
      ['majeurs', 'juvenile'],
    ] as const)
      expect(
        readText(lexicon, text)
          .flatMap(({ terms }) => terms)
          .filter((term) => term.kind === 'category' && term.category === opposite),
      ).toEqual([])
  })
})

describe('a single letter', () => {
  const category = (texts: string[], letter: string) => {
    const term = lettersOn(texts, lexicon)(plainOf(letter))
    return term?.kind === 'category' ? term.category : (term?.kind ?? null)
  }
  const cyrillicM = 'М'
  it.each([
    ['F M T', ['Station', 'F', 'M', 'T'], ['female', 'male', 'total']],
    ['H F', ['Établissement', 'H', 'F'], ['male', 'female']],
    ['Ж М', ['Учреждение', 'Ж', cyrillicM], ['female', 'male']],
    ['Ж with a Latin M', ['Учреждение', 'Ж', 'M'], ['female', 'male']],
    ['a Latin F with a Cyrillic М', ['Name of station', 'F', cyrillicM], ['female', 'male']],
    ['Ә Е', ['Мекеме', 'Ә', 'Е'], ['female', 'male']],
  ])('%s means what its neighbours make it', (_, texts, meant) => {
    expect(texts.slice(1).map((letter) => category(texts, letter))).toEqual(meant)
  })

  it.each([
    ['H F M, where M may be mineurs', ['Établissement', 'H', 'F', 'M'], 'M'],
    ['M alone', ['Station', 'M'], 'M'],
    ['a letter of two scripts with nothing around it', ['F', cyrillicM], cyrillicM],
  ])('is asked about: %s', (_, texts, letter) => {
    expect(category(texts, letter)).toBeNull()
  })
})
