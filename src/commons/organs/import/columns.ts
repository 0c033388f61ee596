import type { MessageKey } from '#kernel/i18n'
import { type NamedRow, rowsByColumn, rowsOfList } from '#commons/imports'

/** What a list of seats says of each, by the word under which its head names it. */
export const columns = {
  organ: 'organs.organ',
  last_name: 'organs.last_name',
  first_name: 'organs.first_name',
  login: 'organs.login',
  part: 'organs.part',
  title: 'organs.seat_title',
  group: 'organs.group',
  first_day: 'organs.first_day',
  last_day: 'organs.last_day',
} as const satisfies Record<string, MessageKey>

/** A row as it was written: by column, empty where it says nothing. */
export type WrittenRow = NamedRow<keyof typeof columns>

/** The columns without which nobody sits anywhere. */
export const needed = ['organ', 'last_name', 'first_name', 'first_day'] as const

/** Reads a list of seats: CSV or a workbook. Throws `Invalid` on `files` where a column is none, or one lacks. */
export const readRows = async (bytes: Uint8Array) =>
  rowsByColumn(await rowsOfList(bytes), columns, needed)
