import type { Answered, Visitor } from '#kernel/testing'
import { codeOf, stepAt } from '#kernel/second-factor'

/** The key that a page shows, as bytes. */
export function keyOn({ text }: Answered): Buffer {
  const [, shown = ''] = /<code>([A-Z2-7 ]+)<\/code>/.exec(text) ?? []
  const bits = [...shown.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The code of a key, some half minutes from now: each is taken once. */
export const codeFrom = (key: Buffer, later = 0) =>
  codeOf(key, stepAt(Temporal.Now.instant()) + later)

export const codesOn = ({ text }: Answered) =>
  [...text.matchAll(/<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})<\/code>/g)].map(
    ([, code]) => code ?? '',
  )

/** Sets up the codes of a telephone; its key, and the codes that help without it. */
export async function setUp(visitor: Visitor): Promise<{ key: Buffer; codes: string[] }> {
  const key = keyOn(await visitor.get('/security/telephone'))
  const answer = await visitor.post('/security/telephone', { one_time_password: codeFrom(key, -1) })
  return { key, codes: codesOn(answer) }
}
