import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import { assemble, type House } from '#kernel/module'
import {
  descriptionApi,
  housePages,
  publicHome,
  searchPages,
  sessionApi,
  sessionPages,
  railPages,
} from '#kernel/pages'
import { modules } from './modules.ts'

const { version } = createRequire(import.meta.url)(join(projectRoot, 'package.json'))

/** The house of this process, put together once. `sessionHours`: how long a session lasts. */
export function buildHouse(sessionHours: number): House {
  const house: House = assemble(modules, [
    ...housePages.list,
    ...publicHome.list,
    ...searchPages.list,
    ...railPages.list,
    ...sessionPages(sessionHours).list,
    ...sessionApi(sessionHours).list,
    ...descriptionApi(() => house.routes, version).list,
  ])
  return house
}
