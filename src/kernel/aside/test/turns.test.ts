import { expect, test } from 'vitest'
import { Turns } from '../turns.ts'

test('before a thing of one authority stands one of another at most (R4)', () => {
  const turns = new Turns<string>()
  for (const one of ['a1', 'a2', 'a3']) turns.add('a', one)
  turns.add('b', 'b1')
  turns.add('c', 'c1')
  const taken = Array.from({ length: 3 }, () => turns.next()?.[1])
  turns.add('b', 'b2')
  expect([...taken, ...Array.from({ length: 4 }, () => turns.next()?.[1])]).toEqual([
    'a1',
    'b1',
    'c1',
    'a2',
    'b2',
    'a3',
    undefined,
  ])
})

test('whose turn it is not waits, and those behind go on (R4)', () => {
  const turns = new Turns<string>()
  for (const one of ['a1', 'a2']) turns.add('a', one)
  turns.add('b', 'b1')
  expect(turns.next((whose) => whose !== 'a')).toEqual(['b', 'b1'])
  expect(turns.next((whose) => whose !== 'a')).toBeUndefined()
  expect(turns.next()).toEqual(['a', 'a1'])
})
