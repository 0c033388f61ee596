import { slot } from '#kernel/module'

/** The ways in that the house keeps itself: passwords, keys of devices. */
export interface LocalWays {
  /** Whether somebody comes in otherwise alone. */
  readonly areShutTo: (accountId: string) => Promise<boolean>
  /** Whether they are for few, so that they stand back on the page of signing in. */
  readonly standBack: () => Promise<boolean>
}

/** Who decides of them; the first that is filled. Without one they are open to all. */
export const localWays = slot<LocalWays>('localWays')

/** Whether what the house keeps lets somebody in no more. */
export const isShutTo = async (accountId: string): Promise<boolean> =>
  (await localWays.all()[0]?.areShutTo(accountId)) ?? false

/** Whether the ways of the house stand back on the page of signing in. */
export const localWaysStandBack = async (): Promise<boolean> =>
  (await localWays.all()[0]?.standBack()) ?? false
