import { type MessageKey, type MessageParams, t } from '#kernel/i18n'
import type { XmlProblem } from '#kernel/xml'
import './locales/index.ts'

/** Something that forbids to read a file. `line` is 0 where it is of no line. */
export interface Fault {
  key: MessageKey
  params: MessageParams & { line: number }
}

/** A fault for the one who reads. */
export interface ExchangeProblem {
  sentence: string
  line: number
}

/** How many faults are told one by one. */
const mostTold = 18

/**
 * What a person is told: that the file is none of eComptes, then why; twenty sentences at most, of which the last one
 * says how many faults there are besides.
 */
export function explain(faults: readonly Fault[]): ExchangeProblem[] {
  const whole: Fault = { key: 'ecomptes.not_recognised', params: { line: 0 } }
  const untold = faults.length - mostTold
  const rest: Fault[] =
    untold > 1
      ? [{ key: 'ecomptes.more_faults', params: { line: 0, count: untold } }]
      : faults.slice(mostTold)
  const said = [whole, ...faults.slice(0, mostTold), ...rest]
  return said.map(({ key, params }) => ({ sentence: t(key, params), line: params.line }))
}

/** How libxml says what its schema forbids; the groups are named as the messages name them. */
const subject = /^Element '(?<element>[^']+)'(?:, attribute '[^']+')?: (?<rest>[^]*)$/
const forbidden: readonly (readonly [RegExp, MessageKey])[] = [
  [/^The attribute 'ElementId' is required/, 'ecomptes.no_id'],
  [/^The attribute '(?<attribute>[^']+)' is required/, 'ecomptes.no_attribute'],
  [/^This element is not [^(]*\( (?<expected>.+) \)\.$/, 'ecomptes.other_expected'],
  [/^This element is not expected/, 'ecomptes.not_expected'],
  [/^Missing child element\(s\)\.[^(]*\( (?<expected>.+) \)\.$/, 'ecomptes.incomplete'],
  [/^\[facet 'maxLength'\][^']*'(?<length>\d+)'[^']*'(?<most>\d+)'\.$/, 'ecomptes.too_long'],
  [
    /^(?:\[facet '\w+'\] The value )?'(?<value>[^]*?)' is (?:not|greater|less)/,
    'ecomptes.bad_value',
  ],
]

const unread = {
  too_large: 'ecomptes.too_large',
  doctype: 'ecomptes.doctype',
  malformed: 'ecomptes.not_xml',
} as const

/** What libxml found, said so that a person understands it. */
export function faultOf({ kind, line, message }: XmlProblem): Fault {
  if (kind !== 'invalid') return { key: unread[kind], params: { line } }
  const { element = '', rest = '' } = subject.exec(message)?.groups ?? {}
  for (const [pattern, key] of forbidden) {
    const said = pattern.exec(rest)
    if (said) return { key, params: { line, element, ...shortened(said.groups ?? {}) } }
  }
  return { key: 'ecomptes.otherwise', params: { line, message: short(message, 300) } }
}

const shortened = (groups: Record<string, string>): MessageParams =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, short(value)]))

/** A value as a sentence bears it. */
export const short = (value: string, most = 80): string =>
  value.length > most ? `${value.slice(0, most - 1).toWellFormed()}…` : value
