import { expect, test } from 'vitest'
import { base32 } from '../base32.ts'
import { codeOf, stepAt, stepOf } from '../code.ts'

const secret = Buffer.from('12345678901234567890')
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

test('codes are those of the standard (RFC 6238, appendix B)', () => {
  const codes = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000]
  expect(codes.map((seconds) => codeOf(secret, stepAt(at(seconds))))).toEqual([
    ...['287082', '081804', '050471', '005924', '279037', '353130'],
  ])
})

test('a code is taken half a minute early or late, not two', () => {
  const now = at(1234567890)
  const taken = [-2, -1, 0, 1, 2].map((step) =>
    stepOf(secret, codeOf(secret, stepAt(now) + step), now),
  )
  const step = stepAt(now)
  expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined])
  for (const wrong of ['', '00592', '0059240', 'abcdef'])
    expect(stepOf(secret, wrong, now)).toBeUndefined()
})

test('a secret is written as applications read it (RFC 4648)', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})
