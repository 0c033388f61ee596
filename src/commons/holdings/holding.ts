import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/**
 * Without end, as long as its dossier, or how long after what, as a period of ISO 8601 in days, months or
 * years: `P180D`.
 */
export type Keeping =
  | 'always'
  | 'with_dossier'
  | { readonly period: string; readonly after: MessageKey }

/** How long something is kept (conservation), and why: said by the folder whose rows they are. */
export interface Retention {
  /** A kind of dossiers, by its name; or what it is in words. */
  readonly of: { readonly kind: string } | { readonly words: MessageKey }
  readonly keep: Keeping
  /** The text that says so, or the reason. */
  readonly because: MessageKey
  /** Somebody has compared it with its source. */
  readonly verified: boolean
  /** What is said of persons in it (données à caractère personnel): labels of fields, or other words. */
  readonly personal?: readonly MessageKey[]
  /** Fields of it are marked as personal: that others than its service open one is audited. */
  readonly marked?: boolean
  /** The names of the fields of its dossiers. */
  readonly names?: readonly string[]
  /** Those of them that may be left open: their columns are null then. */
  readonly open?: readonly string[]
  /** Those of them that an index of the house follows. */
  readonly indexed?: readonly string[]
  /** Fields that say that they are to be kept no longer than this, as a period of ISO 8601; nothing empties them. */
  readonly fields?: readonly { readonly label: MessageKey; readonly period: string }[]
}

/** How long what this house holds is kept, filled by the modules: every kind of dossiers once. */
export const retentions = slot<Retention>('retentions')

/** Why persons’ data may be processed. GDPR art. 6 § 1. */
export type LegalBasis = 'consent' | 'contract' | 'legal_obligation' | 'public_task'

/** For what persons’ data are processed (activité de traitement), said by the folder that does. GDPR art. 30 § 1. */
export interface Processing {
  readonly title: MessageKey
  readonly purpose: MessageKey
  readonly basis: LegalBasis
  /** The law or task on which the basis stands. */
  readonly law: MessageKey
  /** Categories of persons. */
  readonly persons: readonly MessageKey[]
  /** Categories of those to whom data go. */
  readonly recipients: readonly MessageKey[]
  /** What of what is held it covers: kinds by their names, or words. Its data and how long they are kept are said there. */
  readonly of: readonly string[]
}

/** The register of processing activities, filled by the folders: all that is said of persons is covered once. */
export const processings = slot<Processing>('processings')

/** Whether what is said of persons in dossiers of this kind is marked on its fields. */
export const isMarked = (kind: string): boolean =>
  retentions.every().some((one) => 'kind' in one.of && one.of.kind === kind && one.marked)

/**
 * What a folder takes away of dossiers that are destroyed, before their own rows go: what refers to them and does not go by
 * itself. A folder that fills nothing keeps them: what refers to a dossier is why it stays.
 */
export const goesWith = slot<(dossierIds: readonly string[]) => Promise<unknown>>('goesWith')

/**
 * How long dossiers of a kind are kept. What is said of persons: what its fields mark as personal, and what
 * `besides` names, which stands in long texts or in rows of the trade.
 */
export const retained = (
  kind: { readonly name: string },
  fields: Readonly<
    Record<
      string,
      {
        readonly label: MessageKey
        readonly personal?: true
        readonly keep?: string
        readonly indexed?: true
        readonly absent?: unknown
      }
    >
  >,
  rest: Pick<Retention, 'keep' | 'because' | 'verified'>,
  besides: readonly MessageKey[] = [],
): Retention => ({
  of: { kind: kind.name },
  personal: [
    ...Object.values(fields).flatMap(({ personal, label }) => (personal ? [label] : [])),
    ...besides,
  ],
  names: Object.keys(fields),
  open: Object.entries(fields).flatMap(([name, { absent }]) => (absent === null ? name : [])),
  indexed: Object.entries(fields).flatMap(([name, { indexed }]) => (indexed ? name : [])),
  marked: Object.values(fields).some(({ personal }) => personal),
  fields: Object.values(fields).flatMap(({ label, keep }) =>
    keep ? [{ label, period: keep }] : [],
  ),
  ...rest,
})
