import { allServices } from '#commons/directory'
import type { Template } from './template.ts'

/** A branch of the tree of templates that bears some: a service, or a folder of it. */
export interface Branch {
  /** The way to it: « Travaux › Mobilité › Règlements ». */
  name: string
  templates: readonly Template[]
}

/** The folders of a template, the outermost first: « Personnel / Engagements ». */
const foldersOf = ({ folder }: Pick<Template, 'folder'>): string[] =>
  folder
    .split('/')
    .map((one) => one.trim())
    .filter(Boolean)

/** Templates as a tree, in the order in which it is read: those of all services first, then each service with its folders. */
export async function treeOf(all: readonly Template[], everywhere: string): Promise<Branch[]> {
  const services = await allServices()
  const owners = [
    { id: null, name: everywhere },
    ...services.map(({ id, label }) => ({ id: id as string, name: label })),
  ]
  return owners.flatMap(({ id, name }) => {
    const own = all.filter(({ service_id }) => service_id === id)
    return own.length === 0 ? [] : branchesOf(name, own)
  })
}

function branchesOf(
  name: string,
  all: readonly Template[],
  path: readonly string[] = [],
): Branch[] {
  const here = all.filter((one) => foldersOf(one).length === path.length)
  const below = new Set(all.flatMap((one) => foldersOf(one).slice(path.length, path.length + 1)))
  const folders = [...below].toSorted((a, b) => a.localeCompare(b, 'fr'))
  const branch = { name, templates: here.toSorted((a, b) => a.title.localeCompare(b.title, 'fr')) }
  return [
    ...(here.length > 0 ? [branch] : []),
    ...folders.flatMap((folder) =>
      branchesOf(
        `${name} › ${folder}`,
        all.filter((one) => foldersOf(one)[path.length] === folder),
        [...path, folder],
      ),
    ),
  ]
}
