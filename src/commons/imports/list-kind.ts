import type { Permission } from '#kernel/access'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** What is wrong in a row: a sentence, and the column where it is of one. */
export interface WrongCell {
  readonly column: string
  readonly sentence: string
}

/** Who or what a row meets. `standing` is what was seen of it, by which a change is noticed. */
export interface Met {
  readonly how: 'same' | 'alike'
  readonly words: string
  readonly href?: string | undefined
  readonly id?: string | undefined
  readonly standing?: unknown
}

/** A row of a list, weighed by itself, against the others and against what is there. */
export interface WeighedRow {
  /** As a spreadsheet numbers it; of LDIF, the line on which the entry begins. */
  readonly number: number
  /** Who or what it is, in words. */
  readonly name: string
  readonly wrong: readonly WrongCell[]
  readonly meets?: Met | undefined
}

/** Says how far it has come: so many of so many. It may be called for each row. */
export type Tell = (done: number, of: number) => Promise<void>

/** A list as it is understood. Nothing of it is written. */
export interface WeighedList {
  /** The names of what its head names. */
  readonly columns: readonly string[]
  /** Its columns that are of nothing, and are not read. */
  readonly unread: readonly string[]
  readonly rows: readonly WeighedRow[]
  /** What some rows will say, in words: the heads, and the cells of each row. */
  readonly shown: (numbers: readonly number[]) => Promise<{ heads: string[]; cells: string[][] }>
  /** It changes what lets people in, or gives rights: whoever has it written proves who they are. */
  readonly proves?: boolean
  /** Writes these rows. */
  readonly write: (numbers: ReadonlySet<number>, tell: Tell) => Promise<void>
}

/** A kind of lists that are read in: what a trade says of it, once, for pages, API and jobs. */
export interface ListKind {
  /** Under which its lists are kept. */
  readonly name: string
  readonly writes: Permission
  /** The page of the list to which it adds, and what that is called. */
  readonly path: string
  readonly list: MessageKey
  /** What one does next with what a list brought in. */
  readonly next?: { readonly label: MessageKey; readonly href: string }
  /** What a file may be, in words; as browsers choose it. */
  readonly hint: MessageKey
  readonly accept: readonly string[]
  readonly mostBytes: number
  /** The labels of what its head may name, and which of them it needs. */
  readonly columns: () => readonly string[]
  readonly needed: () => readonly string[]
  /** Throws `Invalid` on `files` where it cannot be read at all. */
  readonly open: (bytes: Uint8Array) => Promise<void>
  /** `toWrite`: what it meets is locked, for it is written next. */
  readonly weigh: (
    bytes: Uint8Array,
    given: { tell: Tell; toWrite: boolean },
  ) => Promise<WeighedList>
}

/** Filled by those to whose lists others may be added. */
export const importedLists = slot<ListKind>('importedLists')
