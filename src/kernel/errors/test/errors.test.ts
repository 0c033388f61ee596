import { describe, expect, test } from 'vitest'
import {
  Conflict,
  ensure,
  Forbidden,
  Invalid,
  NotFound,
  TooLarge,
  TooMany,
  Unavailable,
} from '../index.ts'
import { inLanguage, knownMessage } from '#kernel/i18n'

const problems = [
  [new NotFound(), 404],
  [new Forbidden(), 403],
  [new Conflict('errors.invalid'), 409],
  [new TooLarge('errors.invalid'), 413],
  [new Invalid({}), 422],
  [new TooMany('errors.invalid'), 429],
  [new Unavailable('errors.invalid'), 503],
] as const

describe('a problem', () => {
  test('has one HTTP meaning, with a title of its own', () => {
    expect(problems.map(([problem]) => problem.status)).toEqual(
      problems.map(([, status]) => status),
    )
    for (const [, status] of problems) expect(knownMessage(`errors.title.${status}`)).toBeDefined()
  })

  test('says its sentence in the language of who hears it, not of where it happened', () => {
    const stale = inLanguage('fr', () => new Conflict('errors.stale', { name: 'Aline' }))
    expect(inLanguage('en', () => stale.sentence)).toMatch(/^Aline changed this file/)
    expect(inLanguage('fr', () => stale.sentence)).toMatch(/modifié entre-temps par Aline/)
  })

  test('of a field names the field', () => {
    expect(Invalid.field('title', 'errors.invalid').fields).toEqual({
      title: ['Certaines réponses sont à corriger.'],
    })
  })
})

test('what is ensured holds, or throws that very problem', () => {
  expect(() => ensure(true, Conflict, 'errors.invalid')).not.toThrow()
  for (const nothing of [false, null, undefined, 0, ''])
    expect(() => ensure(nothing, Forbidden, 'errors.forbidden')).toThrow(Forbidden)
})
