import { expect, it } from 'vitest'
import { longRoleOf, longRolesOf } from '../../../../pipelines/stages/coded/long-columns.ts'

it.each([
  ['DATA_ELEMENT', 'element'],
  ['Показатель', 'element'],
  ['رمز المؤشر', 'element'],
  ['Établissement', 'place'],
  ['TIME_PERIOD', 'period'],
  ['тоқсан', 'period'],
  ['Valeur', 'value'],
  ['OBS_STATUS', 'status'],
  ['Sexe', 'by sex'],
  ['Legal status', 'by status'],
  ['by measure', 'by measure'],
  ['category', 'by category'],
  ['Surname', null],
])('knows %s', (header, role) => {
  expect(longRoleOf(header)).toBe(role)
})

it('takes a table for long where element, place, period and value are there once each', () => {
  expect(longRolesOf(['element', 'place', 'period', 'sex', 'value'])).toEqual([
    'element',
    'place',
    'period',
    'by sex',
    'value',
  ])
  expect(longRolesOf(['element', 'place', 'value'])).toBeNull()
  expect(longRolesOf(['element', 'place', 'period', 'value', 'count'])).toBeNull()
})
