import { isPlausible } from '#kernel/http'
import type { XmlElement } from '#kernel/xml'
import { planYears } from '#modules/strategy'
import { centsOf } from './decimal.ts'
import { version } from './exchange.ts'
import { type Fault, short } from './faults.ts'

/** Why a document is no exchange in our version; the schema need not be asked then. */
export function foreignness(root: XmlElement): Fault | null {
  const { name, line } = root
  if (name !== 'dataroot') {
    return { key: 'ecomptes.foreign_root', params: { line, name: short(name) } }
  }
  const said = root.children
    .find((one) => one.name === 'Identifiants')
    ?.children.find((one) => one.name === 'Version')
  if (!said || said.text === version) return null
  const params = { line: said.line, found: short(said.text), known: version }
  return { key: 'ecomptes.wrong_version', params }
}

/** What the schema allows and we cannot take over, in the order of the file. */
export function contentFaults(root: XmlElement): Fault[] {
  const ids = new Map<string, number>()
  return everyElement(root).flatMap((one) => [...idFaults(one, ids), ...valueFaults(one)])
}

const everyElement = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(everyElement),
]

/** An id is of one element of the file: a place of a mirror has one of its own. */
function idFaults({ attributes, name, line }: XmlElement, ids: Map<string, number>): Fault[] {
  const id = attributes['ElementId']
  if (id === undefined) return []
  if (id.trim() === '') return [{ key: 'ecomptes.no_id', params: { line, element: name } }]
  const params = { line, element: name, value: short(id) }
  if ([...id].length > 200) return [{ key: 'ecomptes.out_of_reach', params }]
  const first = ids.get(id)
  if (first !== undefined)
    return [{ key: 'ecomptes.id_twice', params: { line, id: short(id), first } }]
  ids.set(id, line)
  return []
}

/** A day of an element of a plan; the schema knows years of five figures and before our era. */
const isDay = (text: string) =>
  /^\d{4}-/.test(text) && isPlausible({ year: Number(text.slice(0, 4)) }, planYears)

/** As far as a column of whole numbers goes. */
const isInteger = (text: string) =>
  Number.isSafeInteger(Number(text)) && Math.abs(Number(text)) < 2 ** 31

/** What can be read of the values of an element, by its name. */
const readable: Record<string, (text: string) => boolean> = {
  INS: isInteger,
  Exercice: isInteger,
  ExerciceDebut: isInteger,
  ExerciceFin: isInteger,
  ETP: (text) => Number.isFinite(Number(text)),
  Montant: (text) => centsOf(text) !== null,
  DateDebut: isDay,
  DateFin: isDay,
}

function valueFaults({ name, text, attributes, line }: XmlElement): Fault[] {
  const key = name === 'Montant' ? 'ecomptes.bad_amount' : 'ecomptes.out_of_reach'
  const years = [attributes['Exercice'], attributes['Valeur']].filter((one) => one !== undefined)
  const wrong = [
    ...(readable[name]?.(text) === false ? [text] : []),
    ...years.filter((year) => !isInteger(year)),
  ]
  return wrong.map((one) => ({ key, params: { line, element: name, value: short(one.trim()) } }))
}
