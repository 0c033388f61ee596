import { namedPermissions, permissionKey } from '#kernel/access'
import { projectRoot } from '#kernel/config'
import { declaredEvents } from '#kernel/events'
import { type Language, registeredMessages, saidKeys } from '#kernel/i18n'
import type { House } from '#kernel/module'
import { kinds } from '#commons/dossiers'
import { deedKey, type Workflow, workflows } from '#commons/workflow'
import { ground } from '#test/harness'
import type { Catalogue } from './messages.ts'
import { type Source, placeOf, readSources } from './source.ts'
import { workflowMessages } from './workflows.ts'

/** All that people wrote, as it is now. */
export const sources: readonly Source[] = readSources(projectRoot)

const folders = new Set(['kernel', ...sources.flatMap(({ path }) => placeOf(path)?.folder ?? [])])

/** Tests run in one process: what one of them adds to the house for itself is not of the house. */
export const isOfTheHouse = (name: string) => folders.has(name.split('.')[0] ?? '')

export async function assembledHouse(): Promise<House> {
  return (await ground()).house
}

/** The messages of the house in a language, by their key. */
export async function messagesIn(language: Language): Promise<Catalogue> {
  await ground()
  return new Map([...registeredMessages(language)].filter(([key]) => isOfTheHouse(key)))
}

/** The workflows of the house. */
export async function flows(): Promise<Workflow[]> {
  await ground()
  return workflows.every().filter(({ kind }) => isOfTheHouse(kind))
}

/** The names of the kinds of dossiers of the house. */
export async function kindNames(): Promise<string[]> {
  await ground()
  return kinds
    .every()
    .map(({ name }) => name)
    .filter(isOfTheHouse)
}

/** The messages that follow from what the house declares, whoever says them in the end. */
export async function declaredMessages(): Promise<Set<string>> {
  const { modules } = await assembledHouse()
  const filled = modules.flatMap(({ fills = [] }) => fills.flatMap(({ values }) => values))
  return new Set([
    ...saidKeys(),
    ...namedPermissions().map(permissionKey),
    ...stringsIn(filled),
    ...(await flows()).flatMap(workflowMessages),
    ...declaredEvents().map(({ type }) => deedKey(type)),
  ])
}

/** Every string in plain data. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  const isPlain = typeof value === 'object' && value !== null && !Object.hasOwn(value, '_zod')
  return isPlain ? Object.values(value).flatMap(stringsIn) : []
}
