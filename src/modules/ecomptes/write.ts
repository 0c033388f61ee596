import { type XmlNode, readXml, writeXml } from '#kernel/xml'
import { decimalOf, decimalOfCents } from './decimal.ts'
import {
  type Exchange,
  type ExchangeShape,
  type ExchangedArticle,
  type ExchangedElement,
  type ExchangedPerson,
  type ExchangedProjection,
  type ExchangedText,
  levels,
  version,
} from './exchange.ts'
import { cut, labelLength } from './label.ts'
import { schemaOf } from './schema.ts'

/**
 * The file of an exchange (format 201805V1): the same bytes for the same exchange. Texts longer
 * than the format allows are cut; a telephone number or an e-mail address that would not fit is
 * left out, as half of one is of no use. Throws where the exchange cannot be said in the format:
 * progress beyond 0 to 100, a negative ETP, no volet.
 */
export async function writeExchange(exchange: Exchange, shape: ExchangeShape): Promise<Uint8Array> {
  const bytes = writeXml(rootOf(exchange, shape))
  const check = await readXml(bytes, schemaOf(shape))
  if (!check.ok) {
    const [first] = check.problems
    throw new Error(`What we write for eComptes is not valid: ${first?.path} ${first?.message}`)
  }
  return bytes
}

const leaf = (name: string, text: string | number): XmlNode => ({ name, text: String(text) })
const group = (name: string, ...children: XmlNode[]): XmlNode => ({ name, children })
/** A leaf for each value that there is, in their order. */
const leaves = (values: Record<string, string | number | null>): XmlNode[] =>
  Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [leaf(name, value)]))

function rootOf({ plan, ...exchange }: Exchange, shape: ExchangeShape): XmlNode {
  const file = leaves({
    Id: exchange.id,
    TypeAdmin: exchange.body,
    INS: exchange.nis,
    Type: 'PST',
    Exercice: exchange.exercise,
    Version: version,
    Generateur: cut(exchange.generator, 50),
  })
  const description = leaves({
    IdPST: cut(plan.id, 40),
    Libelle: cut(plan.label, labelLength),
    ExerciceDebut: plan.firstExercise,
    ExerciceFin: plan.lastExercise,
  })
  const volets = group('Volets', ...exchange.volets.map((volet) => nodeOf(volet, shape)))
  const pst = group('PST', group('DescriptionPST', ...description), volets)
  return group('dataroot', group('Identifiants', ...file), pst)
}

function nodeOf(element: ExchangedElement, shape: ExchangeShape): XmlNode {
  const { tag, holder } = levels[element.level]
  const below = element.children.map((one) => nodeOf(one, shape))
  return {
    name: tag,
    attributes: { ElementId: element.elementId, Exercice: String(element.exercise) },
    children: [
      ...blockOf(element),
      ...(shape === 'from_ecomptes' ? budgetOf(element) : []),
      ...(below.length > 0 ? [group(holder, ...below)] : []),
    ],
  }
}

const blockOf = (element: ExchangedElement): XmlNode[] => [
  ...leaves({
    Libelle: cut(element.label, labelLength),
    DateDebut: element.startsOn?.toString() ?? null,
    DateFin: element.endsOn?.toString() ?? null,
  }),
  prose('Description', element.description),
  leaf('Statut', element.status),
  ...person('Responsable', element.responsible),
  ...person('Mandataire', element.mandatary),
  ...leaves({ Departement: element.department, TauxAvancement: decimalOf(element.progress) }),
  prose('RemarqueStatut', element.remark),
  leaf('ETP', decimalOf(element.fte)),
  group('Plans', ...element.plans.map((plan) => leaf('Plan', plan))),
  group('Partenaires', ...element.partners.map((partner) => leaf('Partenaire', partner))),
]

const prose = (name: string, { mode, value }: ExchangedText): XmlNode =>
  group(name, leaf('Mode', mode), leaf('Valeur', value))

function person(name: string, whom: ExchangedPerson | null): XmlNode[] {
  if (!whom) return []
  const values = {
    Civilite: whom.civility === 'mrs' ? 'MADAME' : 'MONSIEUR',
    Nom: cut(whom.lastName, 100),
    Prenom: cut(whom.firstName, 50),
    Tel: dialled(whom.phone),
    eMail: [...whom.email].length > 255 ? '' : whom.email,
  }
  return [group(name, ...leaves(values))]
}

const budgetOf = ({ articles, projections }: ExchangedElement): XmlNode[] => [
  group('Articles', ...articles.map(articleNode)),
  group('Projections', ...projections.map(projectionNode)),
]

function articleNode(article: ExchangedArticle): XmlNode {
  const { exercise, service, type, code, label, cents } = article
  const what = { CodeArticle: cut(code, 50), Libelle: cut(label, labelLength) }
  const values = { Exercice: exercise, Service: service, Type: type, ...what }
  return group('Article', ...leaves(values), leaf('Montant', decimalOfCents(cents)))
}

function projectionNode(projection: ExchangedProjection): XmlNode {
  const { service, type, group: economic, label, amounts } = projection
  const years = amounts.map(({ exercise, cents }) => ({
    name: 'Exercice',
    attributes: { Valeur: String(exercise) },
    children: [leaf('Montant', decimalOfCents(cents))],
  }))
  const values = { Service: service, Type: type, GroupeEco: economic, Libelle: label }
  return group('Projection', ...leaves(values), group('Exercices', ...years))
}

/**
 * Fifteen characters hold a number, but not always the way it is written. A slash stays: it may
 * stand between two numbers.
 */
function dialled(phone: string): string {
  const close = phone.replace(/\(0\)|[\s.-]/g, '')
  return [phone, close].find((one) => [...one].length <= 15) ?? ''
}
