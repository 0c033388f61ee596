import { AsyncLocalStorage } from 'node:async_hooks'
import { IntlMessageFormat } from 'intl-messageformat'

/** The languages Beffroi speaks; the first is the one it falls back to. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * The catalogues of all folders, by folder name. A folder adds its own by declaration merging, so
 * that a key which no catalogue holds does not type-check.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface Catalogues {}

type Keys<N extends keyof Catalogues & string> = `${N}.${keyof Catalogues[N] & string}`
/** `folder.key`, for example `deliberations.meeting.already_frozen`. */
export type MessageKey = { [N in keyof Catalogues & string]: Keys<N> }[keyof Catalogues & string]
export type MessageParams = Record<string, string | number | Date>

const current = new AsyncLocalStorage<Language>()
const messages: Record<Language, Map<string, string>> = { fr: new Map(), en: new Map() }
const compiled: Record<Language, Map<string, IntlMessageFormat>> = {
  fr: new Map(),
  en: new Map(),
}

/** Registers a folder's messages (ICU MessageFormat) in every language; done once, at import. */
export function addCatalogue<K extends string>(
  folder: string,
  texts: Record<Language, Record<K, string>>,
): void {
  for (const language of languages) {
    for (const [key, text] of Object.entries<string>(texts[language])) {
      messages[language].set(`${folder}.${key}`, text)
    }
  }
}

/** Every registered key, by language: what the architecture test compares. */
export function registeredKeys(language: Language): string[] {
  return [...messages[language].keys()]
}

/** Runs `work` in a language: `t` and the formatters below speak it. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return current.run(language, work)
}

/** The language of the current request or job; French outside of one. */
export function language(): Language {
  return current.getStore() ?? languages[0]
}

/** The message in the current language. */
export function t(key: MessageKey, params: MessageParams = {}): string {
  return format(key, params)
}

/** Whether a catalogue holds this key: for keys made from data, such as states and verbs. */
export function isMessage(key: string): key is MessageKey {
  return messages[languages[0]].has(key)
}

function format(key: string, params: MessageParams): string {
  const spoken = language()
  let message = compiled[spoken].get(key)
  if (!message) {
    const text = messages[spoken].get(key)
    if (text === undefined) throw new Error(`No message ${key} in ${spoken}`)
    message = new IntlMessageFormat(text, `${spoken}-BE`, undefined, { ignoreTag: true })
    compiled[spoken].set(key, message)
  }
  const result = message.format(params)
  return typeof result === 'string' ? result : String(result)
}

/** Picks the language a browser asks for (RFC 9110 Accept-Language), else French. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.flatMap((tag) => languages.filter((known) => known === tag))[0] ?? languages[0]
}

export { formatDate, formatDateTime, formatNumber, formatTime, timeZone } from './format.ts'
