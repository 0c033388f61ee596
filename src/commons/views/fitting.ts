import { Invalid } from '#kernel/errors'

/** Throws `Invalid` where a list does not understand a query. */
type Check = (query: string) => unknown

const checks = new Map<string, Check>()

/** Says how a list checks the queries of its views: when they are saved, and whenever they are read. */
export function checkViews(list: string, check: Check): void {
  checks.set(list, check)
}

/** Whether a list understands a query. One that it understood may be none any more: a choice was removed. */
export async function isFitting(list: string, query: string): Promise<boolean> {
  const check = checks.get(list)
  if (!check) return false
  try {
    await check(query)
    return true
  } catch (failure) {
    if (failure instanceof Invalid) return false
    throw failure
  }
}
