import { type XmlNode, readXml, writeXml } from '#kernel/xml'
import { decimalOf, decimalOfCents } from './decimal.ts'
import {
  type Exchange,
  type ExchangeShape,
  type ExchangedElement,
  type ExchangedPerson,
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

function rootOf(exchange: Exchange, shape: ExchangeShape): XmlNode {
  const { plan } = exchange
  return group(
    'dataroot',
    group(
      'Identifiants',
      leaf('Id', exchange.id),
      leaf('TypeAdmin', exchange.body),
      leaf('INS', exchange.nis),
      leaf('Type', 'PST'),
      leaf('Exercice', exchange.exercise),
      leaf('Version', version),
      leaf('Generateur', cut(exchange.generator, 50)),
    ),
    group(
      'PST',
      group(
        'DescriptionPST',
        leaf('IdPST', cut(plan.id, 40)),
        leaf('Libelle', cut(plan.label, labelLength)),
        leaf('ExerciceDebut', plan.firstExercise),
        leaf('ExerciceFin', plan.lastExercise),
      ),
      group('Volets', ...exchange.volets.map((volet) => nodeOf(volet, shape))),
    ),
  )
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

function blockOf(element: ExchangedElement): XmlNode[] {
  const { startsOn, endsOn, responsible, mandatary, department } = element
  return [
    leaf('Libelle', cut(element.label, labelLength)),
    ...(startsOn ? [leaf('DateDebut', startsOn.toString())] : []),
    ...(endsOn ? [leaf('DateFin', endsOn.toString())] : []),
    prose('Description', element.description),
    leaf('Statut', element.status),
    ...(responsible ? [person('Responsable', responsible)] : []),
    ...(mandatary ? [person('Mandataire', mandatary)] : []),
    ...(department === null ? [] : [leaf('Departement', department)]),
    leaf('TauxAvancement', decimalOf(element.progress)),
    prose('RemarqueStatut', element.remark),
    leaf('ETP', decimalOf(element.fte)),
    group('Plans', ...element.plans.map((plan) => leaf('Plan', plan))),
    group('Partenaires', ...element.partners.map((partner) => leaf('Partenaire', partner))),
  ]
}

function budgetOf({ articles, projections }: ExchangedElement): XmlNode[] {
  const lines = articles.map(({ exercise, service, type, code, label, cents }) =>
    group(
      'Article',
      leaf('Exercice', exercise),
      leaf('Service', service),
      leaf('Type', type),
      leaf('CodeArticle', cut(code, 50)),
      leaf('Libelle', cut(label, labelLength)),
      leaf('Montant', decimalOfCents(cents)),
    ),
  )
  const foreseen = projections.map((projection) =>
    group(
      'Projection',
      leaf('Service', projection.service),
      leaf('Type', projection.type),
      leaf('GroupeEco', projection.group),
      leaf('Libelle', projection.label),
      group('Exercices', ...projection.amounts.map(yearOf)),
    ),
  )
  return [group('Articles', ...lines), group('Projections', ...foreseen)]
}

const yearOf = ({ exercise, cents }: { exercise: number; cents: number }): XmlNode => ({
  name: 'Exercice',
  attributes: { Valeur: String(exercise) },
  children: [leaf('Montant', decimalOfCents(cents))],
})

const prose = (name: string, { mode, value }: ExchangedText): XmlNode =>
  group(name, leaf('Mode', mode), leaf('Valeur', value))

function person(name: string, whom: ExchangedPerson): XmlNode {
  return group(
    name,
    leaf('Civilite', whom.civility === 'mrs' ? 'MADAME' : 'MONSIEUR'),
    leaf('Nom', cut(whom.lastName, 100)),
    leaf('Prenom', cut(whom.firstName, 50)),
    leaf('Tel', dialled(whom.phone)),
    leaf('eMail', [...whom.email].length > 255 ? '' : whom.email),
  )
}

/**
 * Fifteen characters hold a number, but not always the way it is written. A slash stays: it may
 * stand between two numbers.
 */
function dialled(phone: string): string {
  const close = phone.replace(/\(0\)|[\s.-]/g, '')
  return [phone, close].find((one) => [...one].length <= 15) ?? ''
}
