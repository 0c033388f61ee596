import { Invalid } from '#kernel/errors'

/** Throws `Invalid` where a list does not understand a query. */
type Check = (query: string) => unknown

const checks = new Map<string, () => Check>()

/**
 * Says how a list checks the queries of its views: when they are saved, and whenever they are read. `check` is asked
 * for once for all views of a page, so that what it loads it loads once.
 */
export function checkViews(list: string, check: () => Check): void {
  checks.set(list, check)
}

/** Tells of queries whether a list understands them. One that it understood may be none any more: a choice was removed. */
export function fitting(list: string): (query: string) => Promise<boolean> {
  const check = checks.get(list)?.()
  return async (query) => {
    try {
      await check?.(query)
      return check !== undefined
    } catch (failure) {
      if (failure instanceof Invalid) return false
      throw failure
    }
  }
}
