import { type Language, type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** The natures of authority (type d’institution) that can be opened, in the order in which one chooses. */
export const kinds = [
  'municipality',
  'cpas',
  'police_zone',
  'rescue_zone',
  'intercommunale',
  'rca',
  'province',
  'association',
] as const
export type AuthorityKind = (typeof kinds)[number]

/** That of the authority whose administrators run the house for the others. */
export const operatingKind = 'shared_service' as const

/** What a nature is called, also one that an older version of the house knew. */
export const kindInWords = (kind: string): string => {
  const known = ([...kinds, operatingKind] as const).find((one) => one === kind)
  return known ? t(`trades.kind.${known}`) : kind
}

/** One line of a part of a profile, by column. */
export type ProfileLine = Readonly<Record<string, string>>

/** A column of a part: what is asked of each line. */
export interface ProfileColumn {
  readonly name: string
  readonly label: MessageKey
  /** In signs, or as a number. */
  readonly most: number
  readonly as?: 'number'
  readonly needed?: boolean
  /** Of what one chooses, for this nature. */
  readonly options?: (kind: AuthorityKind) => readonly { value: string; label: string }[]
}

/**
 * What an authority starts with (profil de départ), part by part: organs, services. The folder that keeps them says what
 * is usual for each nature; whoever opens an authority adapts that before it is written.
 */
export interface ProfilePart {
  readonly name: string
  readonly label: MessageKey
  readonly help: MessageKey
  readonly columns: readonly ProfileColumn[]
  /** The most lines that it takes. */
  readonly most: number
  /** What is usual for a nature, in the first language of the authority that will be. */
  readonly of: (kind: AuthorityKind, language: Language) => readonly ProfileLine[]
  /** What a line of it has to be besides, by column; nothing where all is well. */
  readonly wrong: (
    lines: readonly ProfileLine[],
  ) => { line: number; column: string; key: MessageKey }[]
  /** Writes the lines into the authority that is open: nothing of the part is there yet. */
  readonly write: (lines: readonly ProfileLine[]) => Promise<void>
  /** The module whose own start this takes the place of. */
  readonly insteadOf?: string
}

/** The parts of a profile, in the order in which they are written. */
export const profileParts = slot<ProfilePart>('profileParts')

/** For which natures a trade is of use; one that says nothing is for all. */
export interface TradeFit {
  /** The name of its module. */
  readonly trade: string
  readonly kinds: readonly AuthorityKind[]
  /** What one is told of it for the others. */
  readonly otherwise: MessageKey
}
export const tradeFits = slot<TradeFit>('tradeFits')

/** What the house does not do as yet for some natures: it is said before one is opened. */
export interface Reservation {
  readonly kinds: readonly AuthorityKind[]
  readonly says: MessageKey
}
export const reservations = slot<Reservation>('reservations')

/** What the house does not do for a nature, in sentences. */
export const reservationsFor = (kind: AuthorityKind): string[] =>
  reservations.every().flatMap((one) => (one.kinds.includes(kind) ? t(one.says) : []))

/** Why a trade is not for a nature; nothing where it is. */
export function unfit(trade: string, kind: AuthorityKind): string | undefined {
  const fit = tradeFits.every().find((one) => one.trade === trade)
  return fit && !fit.kinds.includes(kind) ? t(fit.otherwise) : undefined
}
