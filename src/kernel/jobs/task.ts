import type { z } from 'zod'
import { type MessageKey, said } from '#kernel/i18n'
import type { Reason } from './reason.ts'

/** A task: its name `folder.verb`, the shape of its data, and what it does in its transaction. */
export interface Task<S extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly data: S
  /** What it is called where people read of it: `folder.task.verb`. */
  readonly title: MessageKey
  /** The trade that it is of, where an authority can switch that off: its jobs are held then. */
  readonly trade?: string
  readonly run: (data: unknown) => Promise<void>
  readonly dossiers: (data: unknown) => Promise<readonly string[]>
  readonly failed: (data: unknown, reason: Reason) => Promise<void>
}

interface Told<Data> {
  /** The dossiers that count on it: their pages tell that it failed. */
  dossiers?: (data: Data) => readonly string[] | Promise<readonly string[]>
  /** What is to be written where it failed for good, in a transaction of its own. */
  failed?: (data: Data, reason: Reason) => Promise<void>
}

/**
 * Declares a task; the manifest of its folder lists it, its catalogue says what it is called:
 * `folder.task.verb`. What it writes is written once, however often the queue sends it.
 */
export function task<S extends z.ZodType>(
  name: string,
  data: S,
  work: (data: z.output<S>) => Promise<void>,
  { dossiers = () => [], failed = () => Promise.resolve() }: Told<z.output<S>> = {},
): Task<S> {
  const [folder, verb] = name.split('.')
  return {
    name,
    data,
    title: said(`${folder}.task.${verb}`),
    run: (given) => work(data.parse(given)),
    dossiers: async (given) => dossiers(data.parse(given)),
    failed: (given, reason) => failed(data.parse(given), reason),
  }
}
