import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addPermissions, closePermissions } from '#kernel/access'
import { projectRoot } from '#kernel/config'
import type { MigrationFolder } from '#kernel/db'
import { closeEvents, declaredEvents, on } from '#kernel/events'
import { type Route, checkRoutes } from '#kernel/http'
import { knownMessage, saidKeys } from '#kernel/i18n'
import { addTasks, addTimers, type Task } from '#kernel/jobs'
import { addFigures } from '#kernel/metrics'
import { type Module, tradeOf } from './manifest.ts'
import { checkNeeds, checkParts, inOrderOfNeeds } from './needs.ts'
import { isOn, keepStanding } from './standing.ts'

/** All floors put together: what a process serves. */
export interface House {
  readonly modules: readonly Module[]
  readonly routes: readonly Route[]
  readonly migrations: readonly MigrationFolder[]
}

/**
 * Puts the house together from its modules and from the kernel's own routes. Refuses, with all the
 * reasons at once, needs that do not hold, places that modules filled wrongly and routes without a guard.
 */
export function assemble(modules: readonly Module[], kernelRoutes: readonly Route[]): House {
  const wrongNeeds = [...checkNeeds(modules), ...checkParts(modules)]
  if (wrongNeeds.length > 0) throw new Error(wrongNeeds.join('\n'))
  const ordered = inOrderOfNeeds(modules)
  for (const one of ordered) {
    addPermissions(one.name, one.permissions ?? {}, tradeOf(one) ?? one.name)
    const ofIt = (task: Task): Task => ({ ...task, ...withTrade(one) })
    const timers = (one.timers ?? []).map((timer) => ({ ...timer, task: ofIt(timer.task) }))
    addTasks([...(one.tasks ?? []).map(ofIt), ...timers.map(({ task }) => task)])
    addTimers(timers)
    if (one.figures) addFigures(one.figures)
    for (const [type, react] of Object.entries(one.reactions ?? {}))
      on(type, async (event) => {
        if (isOn(one.name)) await react(event)
      })
    for (const [type, react] of Object.entries(one.guards ?? {})) on(type, react)
    for (const filling of one.fills ?? []) filling.place(one.name)
  }
  const wrongPlaces = ordered.flatMap(({ checks }) => checks?.() ?? [])
  if (wrongPlaces.length > 0) throw new Error(wrongPlaces.join('\n'))
  const routes = [...kernelRoutes, ...ordered.flatMap(routesOf)]
  const folders = ['kernel', ...ordered.map(({ name }) => name)]
  const unanswered = closePermissions(folders)
  closeEvents(folders)
  const wrong = [
    ...checkRoutes(routes),
    ...unanswered.map((name) => `The permission ${name} is asked for and has no policy`),
    ...vainReactions(ordered),
    ...saidKeys().flatMap((key) =>
      folders.includes(key.split('.')[0] ?? '') && !knownMessage(key)
        ? `${key} is said, and no catalogue holds it`
        : [],
    ),
  ]
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  keepStanding(ordered)
  return { modules: ordered, routes, migrations: migrationFolders(ordered) }
}

function routesOf(one: Module): Route[] {
  const { pages, api, protocols, public: open, region } = one
  const all = [pages ?? [], api, protocols, open, region].flat().flatMap((some) => some?.list ?? [])
  const operating = one.nature === 'operating'
  // What is of all authorities is there whichever of them have the trade.
  return all.map((route) =>
    route.face === 'region'
      ? route
      : { ...route, ...withTrade(one), ...(operating && { operating }) },
  )
}

/** Of which trade something is, where an authority can switch that off. */
function withTrade(one: Module): { trade?: string } {
  const trade = tradeOf(one)
  return trade === null ? {} : { trade }
}

/** Reactions to what nobody declares, and which would never come. */
function vainReactions(modules: readonly Module[]): string[] {
  const declared = new Set(declaredEvents().map(({ type }) => type))
  return modules.flatMap(({ name, reactions = {}, guards = {} }) =>
    [...Object.keys(reactions), ...Object.keys(guards)]
      .filter((type) => !declared.has(type))
      .map((type) => `${name} waits for the event ${type}, which nobody declares`),
  )
}

/** Where migrations may be: any folder of the kernel, and those of the modules of this house. */
function migrationFolders(modules: readonly Module[]): MigrationFolder[] {
  const kernel = readdirSync(join(projectRoot, 'src/kernel'))
  const names = [
    ...kernel.toSorted().map((folder) => `kernel/${folder}`),
    ...modules.map((one) => `${one.floor}/${one.name}`),
  ]
  return names.map((name) => ({ name, path: join(projectRoot, 'src', name, 'migrations') }))
}
