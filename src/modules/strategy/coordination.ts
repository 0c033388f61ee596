import { bears, isSystem } from '#kernel/access'
import { agent, councillor, directorGeneral, mayor } from '#commons/directory'
import { coordinator } from './role.ts'

/** Those who see and change all of a plan, and those who see what is decided. */
export const coordination = [coordinator.principal, directorGeneral.principal]
export const house = [agent, mayor, councillor].map(({ principal }) => principal)

/** Whether the one who acts coordinates the plan. */
export const coordinates = (): boolean => isSystem() || coordination.some((role) => bears(role))
