import type { z } from 'zod'
import type { Permission } from '#kernel/access'
import type { Answer, Call, Input, PageRoutes } from './routes.ts'

/** What is done in the transaction of the act, once all was asked outside. */
export type Act = () => Answer

/** Does something in a transaction of its own, as whoever asks: it stays, whatever comes after. */
export type Step = <T>(work: () => Promise<T>) => Promise<T>

/** What is asked outside of the house, or read beside the server, before the transaction of the act; it gives the act. */
export type Outside<Input> = (c: Call, input: Input, step: Step) => Promise<Act>

/** Stands in the place of an act that is given only once all was asked outside. */
export const noAct = (): never => {
  throw new Error('What is asked outside gives the act')
}

/**
 * Adds a page whose route asks a server outside, or has a file read beside this one: no transaction waits for that. `before` asks, with what it reads and keeps
 * by `step`, and gives the act, which has the one transaction that others have.
 */
export function asking<S extends z.ZodType>(
  pages: PageRoutes,
  method: 'get' | 'post',
  path: string,
  permission: Permission,
  input: Input<S>,
  before: Outside<z.output<S>>,
): void {
  pages[method](path, permission, input, noAct)
  Object.assign(pages.list.at(-1) ?? {}, { outside: before })
}
