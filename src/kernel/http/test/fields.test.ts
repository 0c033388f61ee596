import { type FileHash, SentFile } from '#kernel/files'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  flag,
  id,
  integer,
  isId,
  keptText,
  line,
  optionalId,
  optionalLine,
  optionalLines,
  several,
  uploads,
} from '../index.ts'

test('a line holds a word, without the blanks around it', () => {
  expect(line().parse('  Rue du Moulin ')).toBe('Rue du Moulin')
  for (const text of ['', '   ', '\n\t', 'a'.repeat(201)])
    expect(line().safeParse(text).success, JSON.stringify(text.slice(0, 9))).toBe(false)
})

test('a text of nothing that is seen is empty', () => {
  const unseen = ['\u200B', '\u200D \uFEFF', '\u3164', '\u00AD\u2060', '\u2800']
  for (const text of unseen) {
    expect(line().safeParse(text).success, JSON.stringify(text)).toBe(false)
    expect(optionalLine().parse(text)).toBe('')
  }
  expect(line().parse('👩\u200D👧 e\u0301')).toBe('👩\u200D👧 é')
})

test('a text holds no character that a later step could not carry', () => {
  for (const wrong of ['\uFFFE', '\uFFFF', '\uFDD0', '\u{1FFFE}', '\u0008', '\u001B', '\uD800'])
    for (const schema of [line(), optionalLine(), keptText(20)])
      expect(schema.safeParse(`a${wrong}b`).error?.issues[0]?.message, JSON.stringify(wrong)).toBe(
        'http.field.character',
      )
  expect(optionalLines(200).parse('une\tligne\r\net une autre')).toBe('une\tligne\r\net une autre')
})

test('one line is one, whatever would break it', () => {
  for (const wrong of ['\r\n', '\n', '\u2028', '\u2029'])
    for (const schema of [line(), optionalLine(), keptText(20)])
      expect(schema.safeParse(`Nom${wrong}Bcc: x`).error?.issues[0]?.message).toBe(
        'http.field.one_line',
      )
  expect(line().parse('Nom\n')).toBe('Nom')
})

test('a box is ticked or not, and nothing else', () => {
  expect([undefined, 'on', true, false].map((sent) => flag().parse(sent))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(flag().safeParse('perhaps').success).toBe(false)
})

test('an id is one, or nothing was chosen', () => {
  const id = '018f2f5e-0000-7000-8000-000000000000'
  expect(['', null, undefined, id].map((sent) => optionalId().parse(sent))).toEqual([
    null,
    null,
    null,
    id,
  ])
  for (const text of ['abc', `${id} `, `${id}\n`, '\0', `{${id}}`])
    expect([isId(text), optionalId().safeParse(text).success]).toEqual([false, false])
})

const sent = (bytes: string[], name: string) =>
  new SentFile(new Blob(bytes), name, '/nowhere', 'hash' as FileHash) // Of none of its bytes.

test('files come alone, several or not at all, and are files', () => {
  const file = sent(['a'], 'a.txt')
  const empty = sent([], 'vide.txt')
  expect(uploads().parse(sent([], ''))).toEqual([])
  expect(uploads().safeParse([file, empty]).error?.issues[0]?.message).toBe('http.field.empty_file')
  expect(uploads(1, { empty: true }).parse(empty)).toEqual([empty])
  expect(uploads().parse(undefined)).toEqual([])
  expect(uploads().parse(file)).toEqual([file])
  expect(uploads().parse([file, file])).toHaveLength(2)
  expect(uploads().safeParse('a.txt').success).toBe(false)
  expect(uploads(1).safeParse([file, file]).success).toBe(false)
})

test('boxes of a name come alone, several, none, or are not on the form at all', () => {
  const ids = several(integer(1, 17))
  expect(ids.parse('3')).toEqual([3])
  expect(ids.parse(['', '3', '4'])).toEqual([3, 4])
  expect(ids.parse('')).toEqual([])
  expect(ids.parse([])).toEqual([])
  expect(ids.parse(undefined)).toBeUndefined()
  expect(z.object({ ids }).parse({}).ids).toBeUndefined()
  for (const wrong of ['18', ['3', 'x'], null, [null]])
    expect(ids.safeParse(wrong).success).toBe(false)
  expect(several(id()).safeParse(['a']).success).toBe(false)
  expect(ids.parse(['1', 1, '2', '1'])).toEqual([1, 2])
  expect(several(integer(1, 9999), 3).safeParse(['1', '2', '3', '4']).success).toBe(false)
  const one = '018f2f5e-0000-7000-8000-00000000000a'
  expect(several(id()).parse([one, one.toUpperCase()])).toEqual([one])
})

test('a text that a form leaves out stays, one that it empties is empty', () => {
  const fields = z.object({ text: keptText(5) })
  expect(fields.parse({})).toEqual({})
  expect(fields.parse({ text: ' ' })).toEqual({ text: '' })
  expect(fields.parse({ text: ' deux ' })).toEqual({ text: 'deux' })
  expect(fields.safeParse({ text: 'a'.repeat(6) }).success).toBe(false)
  expect(fields.safeParse({ text: null }).success).toBe(false)
})
