import type { z } from 'zod'

/** A task: its name `folder.verb`, the shape of its data, and what it does in its transaction. */
export interface Task<S extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly data: S
  /** The trade that it is of, where an authority can switch that off: its jobs are held then. */
  readonly trade?: string
  readonly run: (data: unknown) => Promise<void>
}

/** Declares a task; the manifest of its folder lists it. */
export function task<S extends z.ZodType>(
  name: string,
  data: S,
  work: (data: z.output<S>) => Promise<void>,
): Task<S> {
  return { name, data, run: (given) => work(data.parse(given)) }
}
