import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, language, languages, locale, reference } from './language.ts'

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

const everyLanguage = <V>(make: () => V) =>
  Object.fromEntries(languages.map((spoken) => [spoken, make()])) as Record<Language, V>

const messages = everyLanguage(() => new Map<string, string>())
const compiled = everyLanguage(() => new Map<string, IntlMessageFormat>())

/** The texts of a folder: all of them in the reference language, what is there of the others. */
type Texts<K extends string> = { readonly fr: Record<K, string> } & {
  readonly [L in Exclude<Language, 'fr'>]?: Partial<Record<K, string>>
}

/** Registers a folder's messages (ICU MessageFormat); done once, at import. */
export function addCatalogue<K extends string>(folder: string, texts: Texts<K>): void {
  for (const spoken of languages) {
    for (const [key, text] of Object.entries<string | undefined>(texts[spoken] ?? {})) {
      if (text !== undefined) messages[spoken].set(`${folder}.${key}`, text)
    }
  }
}

/** Every message by its key, in one language: what the architecture test compares. */
export function registeredMessages(spoken: Language): ReadonlyMap<string, string> {
  return messages[spoken]
}

/** The message in the current language. */
export function t(key: MessageKey, params: MessageParams = {}): string {
  return format(key, params)
}

/**
 * The key, where a catalogue holds it: for keys made from data, such as states and verbs. It gives the key back
 * instead of being a type predicate, which would compare every message with every other in checking types.
 */
export function knownMessage(key: string): MessageKey | undefined {
  return messages[reference].has(key) ? (key as MessageKey) : undefined // A catalogue holds it.
}

/** The keys that declarations make. */
const declared = new Set<string>()

/**
 * The key of a message that a declaration makes of data where its file is loaded, such as the label of a
 * column: so the house knows that it is said, and does not start without it.
 */
export function said(key: string): MessageKey {
  declared.add(key)
  return key as MessageKey // The start refuses one that no catalogue holds.
}

/** All keys that declarations made. */
export const saidKeys = (): string[] => [...declared]

/** The messages that a language does not say yet; those of the reference stand in for them. */
export function missingMessages(spoken: Language): string[] {
  return [...messages[reference].keys()].filter((key) => !messages[spoken].has(key)).toSorted()
}

/** The message in the current language, else in the one that says them all. */
function format(key: string, params: MessageParams): string {
  const spoken = messages[language()].has(key) ? language() : reference
  let message = compiled[spoken].get(key)
  if (!message) {
    const text = messages[spoken].get(key)
    if (text === undefined) throw new Error(`No message ${key} in ${spoken}`)
    // Most messages are plain words, which need no formatting.
    if (!/[{}'#]/.test(text)) return text
    message = new IntlMessageFormat(text, locale(spoken), undefined, { ignoreTag: true })
    compiled[spoken].set(key, message)
  }
  const result = message.format(params)
  return typeof result === 'string' ? result : String(result)
}

export { folded } from './fold.ts'
export {
  formatDate,
  formatDateTime,
  formatFileSize,
  euros,
  formatNumber,
  percent,
  formatTime,
  timeZone,
} from './format.ts'
export {
  type Language,
  inLanguage,
  language,
  languageOf,
  languages,
  locale,
  preferredLanguage,
  reference,
} from './language.ts'
