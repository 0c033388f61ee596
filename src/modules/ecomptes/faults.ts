import { type MessageKey, type MessageParams, t } from '#kernel/i18n'
import type { XmlProblem } from '#kernel/xml'
import './locales/index.ts'

/** Something that forbids to read a file. `line` is 0 where it is of no line. */
export interface Fault {
  key: MessageKey
  params: MessageParams
  line: number
}

/** A fault for the one who reads. */
export interface ExchangeProblem {
  sentence: string
  line: number
}

const most = 20

/** What a person is told: that the file is none of eComptes, then why; twenty sentences at most. */
export function explain(faults: readonly Fault[]): ExchangeProblem[] {
  const whole: Fault = { key: 'ecomptes.not_recognised', params: {}, line: 0 }
  return [whole, ...faults].slice(0, most).map(({ key, params, line }) => ({
    sentence: t(key, { ...params, line }),
    line,
  }))
}

/** How libxml says what its schema forbids; the names of the groups are those of the messages. */
const forbidden: readonly (readonly [RegExp, MessageKey])[] = [
  [/^Element '(?<element>.+?)': The attribute 'ElementId' is required/, 'ecomptes.no_id'],
  [
    /^Element '(?<element>.+?)': The attribute '(?<attribute>.+?)' is required/,
    'ecomptes.no_attribute',
  ],
  [
    /^Element '(?<element>.+?)'.*: This element is not expected\. Expected is (?:one of )?\( (?<expected>.+) \)/,
    'ecomptes.other_expected',
  ],
  [/^Element '(?<element>.+?)'.*: This element is not expected/, 'ecomptes.not_expected'],
  [
    /^Element '(?<element>.+?)'.*: Missing child element\(s\)\. Expected is (?:one of )?\( (?<expected>.+) \)/,
    'ecomptes.incomplete',
  ],
  [
    /^Element '(?<element>.+?)'.*length of '(?<length>\d+)'; this exceeds .* '(?<most>\d+)'/,
    'ecomptes.too_long',
  ],
  [
    /^Element '(?<element>.+?)'(?:, attribute '.+?')?: (?:\[facet '\w+'\] The value )?'(?<value>[^]*?)' is (?:not|greater|less)/,
    'ecomptes.bad_value',
  ],
]

/** What libxml found, said so that a person understands it. */
export function faultOf({ kind, line, message }: XmlProblem): Fault {
  if (kind === 'too_large') return { key: 'ecomptes.too_large', params: {}, line }
  if (kind === 'doctype') return { key: 'ecomptes.doctype', params: {}, line }
  if (kind === 'malformed') return { key: 'ecomptes.not_xml', params: {}, line }
  for (const [pattern, key] of forbidden) {
    const groups = pattern.exec(message)?.groups
    if (groups) return { key, params: shortened(groups), line }
  }
  return { key: 'ecomptes.otherwise', params: { message }, line }
}

const shortened = (groups: Record<string, string>): MessageParams =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, short(value)]))

/** A value as a sentence bears it. */
export const short = (value: string): string =>
  value.length > 80 ? `${value.slice(0, 79).toWellFormed()}…` : value
