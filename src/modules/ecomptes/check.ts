import type { XmlElement } from '#kernel/xml'
import { centsOf } from './decimal.ts'
import { version } from './exchange.ts'
import { type Fault, short } from './faults.ts'

/** Why a document is no exchange in our version; the schema need not be asked then. */
export function foreignness(root: XmlElement): Fault | null {
  const { name, line } = root
  if (name !== 'dataroot') {
    return { key: 'ecomptes.foreign_root', params: { name: short(name) }, line }
  }
  const said = root.children
    .find((one) => one.name === 'Identifiants')
    ?.children.find((one) => one.name === 'Version')
  if (!said || said.text === version) return null
  const params = { found: short(said.text), known: version }
  return { key: 'ecomptes.wrong_version', params, line: said.line }
}

/** What the schema allows and we cannot take over, in the order of the file. */
export function contentFaults(root: XmlElement): Fault[] {
  const ids = new Map<string, number>()
  return everyElement(root).flatMap((element) => [
    ...idFaults(element, ids),
    ...numbers(element).flatMap((value) => numberFaults(element, value)),
    ...valueFaults(element),
  ])
}

const everyElement = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(everyElement),
]

/** An id is of one element of the file: a place of a mirror has one of its own. */
function idFaults({ attributes, name, line }: XmlElement, ids: Map<string, number>): Fault[] {
  const id = attributes['ElementId']
  if (id === undefined) return []
  if (id.trim() === '') return [{ key: 'ecomptes.no_id', params: { element: name }, line }]
  const first = ids.get(id)
  if (first === undefined) {
    ids.set(id, line)
    return []
  }
  return [{ key: 'ecomptes.id_twice', params: { id: short(id), first }, line }]
}

const integers = new Set(['INS', 'ExerciceDebut', 'ExerciceFin'])

/** The integers of an element: what it says itself, and in its attributes. */
function numbers({ name, attributes, children, text }: XmlElement): string[] {
  const own = integers.has(name) || (name === 'Exercice' && children.length === 0) ? [text] : []
  return [...own, attributes['Exercice'], attributes['Valeur']].filter((one) => one !== undefined)
}

const numberFaults = ({ name, line }: XmlElement, value: string): Fault[] =>
  Number.isSafeInteger(Number(value))
    ? []
    : [{ key: 'ecomptes.too_large_number', params: { element: name, value: short(value) }, line }]

function valueFaults({ name, text, line }: XmlElement): Fault[] {
  const params = { element: name, value: short(text.trim()) }
  if (name === 'Montant' && centsOf(text) === null) {
    return [{ key: 'ecomptes.bad_amount', params, line }]
  }
  // The schema knows years of five figures and before our era.
  if (/^Date(Debut|Fin)$/.test(name) && !/^\d{4}-/.test(text)) {
    return [{ key: 'ecomptes.bad_value', params, line }]
  }
  if (name === 'ETP' && !Number.isFinite(Number(text))) {
    return [{ key: 'ecomptes.too_large_number', params, line }]
  }
  return []
}
