import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** A row that is erased at the request of whom it is of, as it stands. */
export interface ErasableRow {
  readonly id: string
  /** As people call it. */
  readonly title: string
  /** All that goes of it, as text, for its hash. */
  readonly row: string
}

/**
 * What is held of somebody and is no dossier: nothing but their request ends it (effacement, GDPR art. 17). It goes by a
 * certificate, as dossiers do.
 */
export interface ErasedOnRequest {
  readonly kind: string
  /** Its name in words: `<kind>.name`. */
  readonly called: MessageKey
  readonly path: (id: string) => string
  /** Those of these that are there. */
  readonly held: (ids: readonly string[], lock: boolean) => Promise<ErasableRow[]>
  /** What goes of one of them, in words. */
  readonly goes: (id: string) => Promise<string>
  /** Why it stays, in words; null where nothing of this folder keeps it. */
  readonly kept: (id: string) => Promise<string | null>
  readonly erase: (id: string) => Promise<void>
}

export const erasedOnRequest = slot<ErasedOnRequest>('erasedOnRequest')

/** A reason for which what is held of somebody by this id stays for now, of a folder that is not the one that holds it. */
export const keepsFromErasure = slot<{
  readonly says: MessageKey
  readonly keeps: (id: string) => Promise<boolean>
}>('keepsFromErasure')

/** Whom something is erased of, as others may have written of them. */
export interface Erased {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly addresses: readonly string[]
  /** Empty: none. */
  readonly login: string
  /** Their name stays in acts; else nothing of the house names them any more. */
  readonly nameStays: boolean
  /** Nobody signs in by this id any more. */
  readonly accountGoes: boolean
}

/** Whom a thing of this kind is of; null where nobody is. Asked before it goes. */
export const whoIsErased = slot<{
  readonly kind: string
  readonly of: (id: string) => Promise<Erased | null>
}>('whoIsErased')

/** What folders hold of somebody besides, that goes with them at once. `says` tells how many: `{count}`. */
export const tracesOfErased = slot<{
  readonly says: MessageKey
  readonly forget: (erased: Erased) => Promise<number>
}>('tracesOfErased')
