import { expect, test } from 'vitest'
import { typed } from '../typed.ts'

const values = (sent: Record<string, unknown>) => typed({ values: sent, errors: {} })

test('a refused form shows again what was typed, and each of several boxes that were ticked', () => {
  expect(values({ title: 'Crèche', services: ['', 'works', 'staff'], end: null })).toEqual({
    title: 'Crèche',
    services: ['', 'works', 'staff'],
    end: '',
  })
})

test('what is no text, such as a file, is not shown again', () => {
  expect(values({ file: new File([], 'plan.pdf'), files: [new File([], 'plan.pdf')] })).toEqual({
    files: [],
  })
  expect(typed(undefined)).toEqual({})
})
