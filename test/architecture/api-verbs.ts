import type { Route } from '#kernel/http'

type Told = Pick<Route, 'face' | 'method' | 'path'>

const isPlain = (path: string) => path.replaceAll(/:[a-z_]+/gi, ':')

/** By what routes of the API a form of a page may be answered: the same address, or what REST calls it. */
function answers(path: string): string[] {
  const at = `/api${isPlain(path)}`
  const less = (end: string) => (at.endsWith(end) ? [`delete ${at.slice(0, -end.length)}`] : [])
  return [`post ${at}`, `put ${at}`, ...less('/removal'), ...less('/erase')]
}

/**
 * What a page of a trade can do and no route of its API can: a program is as able as a person. `elsewhere` are those
 * that stand at another address in the API, `pagesOnly` those that are of pages only, each with its reason; one that
 * has come to the API must leave it.
 */
export function checkApiVerbs(
  routes: readonly Told[],
  elsewhere: Readonly<Record<string, string>>,
  pagesOnly: Readonly<Record<string, string>>,
): string[] {
  const api = new Set(
    routes
      .filter(({ face }) => face === 'api')
      .map(({ method, path }) => `${method} ${isPlain(path)}`),
  )
  const forms = routes.filter(({ face, method }) => face === 'page' && method === 'post')
  const isInApi = (path: string) =>
    [...answers(path), isPlain(elsewhere[path] ?? '')].some((one) => api.has(one))
  const paths = [...new Set(forms.map(({ path }) => path))].toSorted()
  const missing = paths.filter((path) => !isInApi(path) && !(path in pagesOnly))
  const idle = Object.keys(pagesOnly).filter((path) => isInApi(path))
  const gone = Object.keys({ ...elsewhere, ...pagesOnly }).filter((path) => !paths.includes(path))
  return [
    ...missing.map((path) => `${path} is done by a page and by no route of the API`),
    ...gone.map((path) => `${path} is named here and is no form of a page`),
    ...idle.map((path) => `${path} need not stand in the list of what only pages do`),
  ]
}
