import type { Answer, Call } from './routes.ts'

/** What is done in the transaction of the act, once all was asked outside. */
export type Act = () => Answer

/** Does something in a transaction of its own, as whoever asks: it stays, whatever comes after. */
export type Step = <T>(work: () => Promise<T>) => Promise<T>

/** What is asked outside of the house before the transaction of the act; it gives the act. */
export type Outside<Input> = (c: Call, input: Input, step: Step) => Promise<Act>

/** Stands in the place of an act that is given only once all was asked outside. */
export const noAct = (): never => {
  throw new Error('What is asked outside gives the act')
}
