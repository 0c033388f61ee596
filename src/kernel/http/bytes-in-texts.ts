import { type Finding, isExamining, scanBytes } from '#kernel/antivirus'
import type { FieldErrors } from '#kernel/errors'
import { t } from '#kernel/i18n'

/** A picture in the HTML of a text, and what it holds (RFC 2397). */
const inHtml = /data:[\w.+-]+\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)/g
/** How files of a call, and the picture of a text, call their bytes. */
const names = ['base64', 'data']
const base64 = /^[A-Za-z0-9+/\s]+=*$/

/** The bytes that stand in texts, by the field in which they are. */
function* bytesIn(value: unknown, field: string, name = field): Generator<[string, string]> {
  if (typeof value === 'string') {
    if (names.includes(name) && base64.test(value)) yield [field, value]
    else if (value.includes(';base64,'))
      for (const [, data = ''] of value.matchAll(inHtml)) yield [field, data]
  } else if (typeof value === 'object' && value !== null && isPlain(value))
    for (const [own, inner] of Object.entries(value))
      yield* bytesIn(inner, field, Array.isArray(value) ? name : own)
}

const isPlain = (value: object) =>
  Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype

/**
 * Examines files and pictures that come in texts, in base64, as those of a form are: before anything is kept, and with no
 * transaction open. What is wrong, by field.
 */
export async function wrongInTexts(
  values: Readonly<Record<string, unknown>>,
): Promise<FieldErrors> {
  const errors: FieldErrors = {}
  if (!isExamining()) return errors
  for (const [field, value] of Object.entries(values))
    for (const [name, data] of bytesIn(value, field)) {
      const sentence = sentenceOf(await scanBytes(Buffer.from(data, 'base64')), name)
      if (sentence) errors[name] = [...new Set([...(errors[name] ?? []), sentence])]
    }
  return errors
}

function sentenceOf(finding: Finding, name: string): string | undefined {
  if (finding.is === 'infected') return t('http.field.infected', { name, found: finding.found })
  return finding.is === 'away' && finding.refused
    ? t('http.field.not_examined', { name })
    : undefined
}
