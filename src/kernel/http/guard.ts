import { hasPolicy, openToAll } from '#kernel/access'
import type { Route } from './routes.ts'

/** What is wrong with the guards of these routes; the application starts only if nothing is. */
export function checkRoutes(routes: readonly Route[]): string[] {
  const seen = new Set<string>()
  return routes.flatMap((route) => {
    const name = `${route.method.toUpperCase()} ${route.path}`
    const wrong: string[] = []
    if (!route.permission) wrong.push(`${name} names no permission`)
    else if (!hasPolicy(route.permission))
      wrong.push(`${name} names ${route.permission.name}, which has no policy`)
    if (isPublic(route) && (route.method !== 'get' || !isOpen(route)))
      wrong.push(`${name} is public and must be a GET that everybody may ask`)
    // A page and what citizens read in its place have one address; the region has a host name of its own.
    const face = `${isPublic(route) ? `${route.face} ` : ''}${name}`
    if (seen.has(face)) wrong.push(`${name} is declared twice`)
    seen.add(face)
    return wrong
  })
}

const isPublic = ({ face }: Route) => face === 'public' || face === 'region'
const isOpen = ({ permission }: Route) => permission === openToAll
