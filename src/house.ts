import { createRequire } from 'node:module'
import { join } from 'node:path'
import { boundSessions } from '#kernel/auth'
import { projectRoot } from '#kernel/config'
import { assemble, type House } from '#kernel/module'
import {
  descriptionApi,
  hatApi,
  hatPages,
  housePages,
  pastedApi,
  publicHome,
  searchApi,
  searchPages,
  sessionApi,
  sessionPages,
  statusApi,
  statusPages,
  provePages,
  railPages,
} from '#kernel/pages'
import { modules } from './modules.ts'

const { version } = createRequire(import.meta.url)(join(projectRoot, 'package.json'))

/** The house of this process, put together once. `sessionHours`: how long a session lasts. */
export function buildHouse(sessionHours: number): House {
  boundSessions(sessionHours)
  const house: House = assemble(modules, [
    ...housePages.list,
    ...statusPages.list,
    ...statusApi.list,
    ...publicHome.list,
    ...searchPages.list,
    ...searchApi.list,
    ...railPages.list,
    ...provePages.list,
    ...pastedApi.list,
    ...hatPages.list,
    ...hatApi.list,
    ...sessionPages(sessionHours).list,
    ...sessionApi(sessionHours).list,
    ...descriptionApi(() => house.routes, version).list,
  ])
  return house
}
