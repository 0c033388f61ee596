import { organs } from '#commons/organs'

/** What an organ is called; undefined where nobody said which it is. */
export const organNamed = async (id: string | null): Promise<string | undefined> =>
  (await organs()).find((one) => one.id === id)?.name
