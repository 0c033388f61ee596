import { written } from '#kernel/characters'
import { type XmlElement, readXml } from '#kernel/xml'
import { contentFaults, foreignness } from './check.ts'
import { centsOf } from './decimal.ts'
import {
  type Exchange,
  type ExchangeLevel,
  type ExchangeShape,
  type ExchangedElement,
  codes,
  levels,
} from './exchange.ts'
import { type ExchangeProblem, type Fault, explain, faultOf } from './faults.ts'
import { schemaOf } from './schema.ts'

export type ExchangeReading =
  | { ok: true; exchange: Exchange; shape: ExchangeShape }
  | { ok: false; problems: ExchangeProblem[] }

/**
 * Reads a file of the exchange with eComptes (format 201805V1), in either direction. What is wrong
 * is said in the language of the reader: that it is no export of eComptes, then why, at most twenty
 * sentences. Never throws, whatever the file.
 */
export async function readExchange(bytes: Uint8Array): Promise<ExchangeReading> {
  const read = await readXml(bytes)
  if (!read.ok) return refused(read.problems.map(faultOf))
  const foreign = foreignness(read.root)
  if (foreign) return refused([foreign])
  const shape = shapeOf(read.root)
  const valid = await readXml(bytes, schemaOf(shape))
  if (!valid.ok) return refused(valid.problems.map(faultOf))
  const faults = contentFaults(valid.root)
  if (faults.length > 0) return refused(faults)
  return { ok: true, exchange: exchangeOf(valid.root), shape }
}

const refused = (faults: readonly Fault[]) => ({ ok: false, problems: explain(faults) }) as const

/** Whether any element has a budget, were it empty: the schema then asks it of all. */
function shapeOf(root: XmlElement): ExchangeShape {
  const hasBudget = ({ name, children }: XmlElement): boolean =>
    name === 'Articles' || name === 'Projections' || children.some(hasBudget)
  return hasBudget(root) ? 'from_ecomptes' : 'to_ecomptes'
}

// From here on the document is valid: what the schema requires is there.

const child = (of: XmlElement, name: string) => of.children.find((one) => one.name === name)
/** As the house writes it. */
const textOf = (of: XmlElement, name: string) => written(child(of, name)?.text ?? '')
const partsOf = (of: XmlElement, name: string) => child(of, name)?.children ?? []

/** Never -0, which is not 0 to everybody. */
const numberOf = (text: string | undefined) => Number(text) + 0

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text)
  if (found === undefined) throw new Error(`The schema let ${text} through`)
  return found
}

function exchangeOf(root: XmlElement): Exchange {
  const file = child(root, 'Identifiants') ?? root
  const pst = child(root, 'PST') ?? root
  const plan = child(pst, 'DescriptionPST') ?? pst
  return {
    id: textOf(file, 'Id'),
    // An empty one is a municipality: the format says so.
    body: oneOf(codes.body, textOf(file, 'TypeAdmin') || 'AC'),
    nis: numberOf(textOf(file, 'INS')),
    exercise: numberOf(textOf(file, 'Exercice')),
    generator: textOf(file, 'Generateur'),
    plan: {
      id: textOf(plan, 'IdPST'),
      label: textOf(plan, 'Libelle'),
      firstExercise: numberOf(textOf(plan, 'ExerciceDebut')),
      lastExercise: numberOf(textOf(plan, 'ExerciceFin')),
    },
    volets: partsOf(pst, 'Volets').map((volet) => elementOf(volet, 'volet')),
  }
}

function elementOf(node: XmlElement, level: ExchangeLevel): ExchangedElement {
  const { holder, below } = levels[level]
  return {
    level,
    elementId: node.attributes['ElementId'] ?? '',
    exercise: numberOf(node.attributes['Exercice']),
    label: textOf(node, 'Libelle'),
    startsOn: dateOf(child(node, 'DateDebut')),
    endsOn: dateOf(child(node, 'DateFin')),
    description: proseOf(child(node, 'Description')),
    status: oneOf(codes.status, textOf(node, 'Statut')),
    responsible: personOf(child(node, 'Responsable')),
    mandatary: personOf(child(node, 'Mandataire')),
    department: child(node, 'Departement')?.text ?? null,
    progress: numberOf(textOf(node, 'TauxAvancement')),
    remark: proseOf(child(node, 'RemarqueStatut')),
    fte: numberOf(textOf(node, 'ETP')),
    plans: partsOf(node, 'Plans').map(({ text }) => written(text)),
    partners: partsOf(node, 'Partenaires').map(({ text }) => written(text)),
    articles: partsOf(node, 'Articles').map(articleOf),
    projections: partsOf(node, 'Projections').map(projectionOf),
    children: below ? partsOf(node, holder).map((one) => elementOf(one, below)) : [],
    line: node.line,
  }
}

/** The day of an xs:date, which may bear a time zone. */
function dateOf(node: XmlElement | undefined): Temporal.PlainDate | null {
  return node ? Temporal.PlainDate.from(node.text.slice(0, 10)) : null
}

function proseOf(node: XmlElement | undefined): ExchangedElement['remark'] {
  if (!node) return { mode: 'TEXTE', value: '' }
  return { mode: oneOf(codes.mode, textOf(node, 'Mode')), value: textOf(node, 'Valeur') }
}

function personOf(node: XmlElement | undefined): ExchangedElement['mandatary'] {
  if (!node) return null
  return {
    civility: textOf(node, 'Civilite') === 'MADAME' ? 'mrs' : 'mr',
    lastName: textOf(node, 'Nom'),
    firstName: textOf(node, 'Prenom'),
    phone: textOf(node, 'Tel'),
    email: textOf(node, 'eMail'),
  }
}

/** What articles and projections have in common. */
const lineOf = (node: XmlElement) => ({
  service: oneOf(codes.service, textOf(node, 'Service')),
  type: oneOf(codes.type, textOf(node, 'Type')),
  label: textOf(node, 'Libelle'),
})

const articleOf = (node: XmlElement) => ({
  ...lineOf(node),
  exercise: numberOf(textOf(node, 'Exercice')),
  code: textOf(node, 'CodeArticle'),
  cents: amountOf(node),
})

const projectionOf = (node: XmlElement) => ({
  ...lineOf(node),
  group: textOf(node, 'GroupeEco'),
  amounts: partsOf(node, 'Exercices').map((year) => ({
    exercise: numberOf(year.attributes['Valeur']),
    cents: amountOf(year),
  })),
})

function amountOf(node: XmlElement): number {
  const cents = centsOf(textOf(node, 'Montant'))
  if (cents === null) throw new Error('An amount was not checked')
  return cents
}
