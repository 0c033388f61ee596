import { clean } from '#kernel/richtext'
import { today } from '#commons/clock'
import { services } from '#commons/directory'
import { read } from '#commons/dossiers'
import { terms } from '#commons/vocabularies'
import { change } from '#commons/workflow'
import { bodiesHere } from './bodies.ts'
import { types } from './fields.ts'
import { postingRecord, postings } from './posting.ts'
import { postingWorkflow } from './workflow.ts'

type Given = Parameters<typeof postingRecord.write>[0]

const plainly = {
  ...{ type_id: null, matter_id: null, item_id: null, pdf_id: null, consultation: '' },
  ...{ supervised: false, supervision_by: '', supervision_outcome: null },
  ...{ supervision_on: null, supervision_over_on: null, publish_on: null, publish_at: null },
  ...{ in_force_on: null, expires_on: null, replaces: [] },
} satisfies Partial<Given>

const article = (at: number, words: string) => `<p><strong>Article ${at}.</strong> ${words}</p>`

/** Of a fictional authority: rules of the market and those that replace them, an order, a notice, and one that is planned. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const [council, college = council, mayor = college] = bodiesHere()
  const known = await services()
  const [first] = known
  const words = await terms(types.name)
  if (!first) return
  const typed = (name: string) => words.find((one) => one.name === name)?.id ?? null
  const write = (given: Partial<Given> & Pick<Given, 'title' | 'text'>) =>
    postingRecord.write({
      ...plainly,
      ...{ service_id: first.id, nature: 'regulation', body: council },
      decided_on: today().subtract({ days: 12 }),
      type_id: typed('Règlement communal'),
      ...given,
    })
  const step = async ({ id }: { id: string }, verb: 'post' | 'plan') =>
    change(postings, postingWorkflow, await read(postings, id), verb)

  const market = await write({
    title: 'Règlement du marché hebdomadaire',
    text: clean(
      article(1, 'Le marché se tient le vendredi, place du Beffroi, de 8 à 13 heures.') +
        article(2, 'Les emplacements sont attribués au mois ou au jour.'),
    ).html,
  })
  await step(market, 'post')
  await step(
    await write({
      title: 'Règlement du marché hebdomadaire et des marchés de Noël',
      text: clean(
        article(1, 'Le marché se tient le vendredi, place du Beffroi, de 8 à 14 heures.') +
          article(2, 'Le marché de Noël se tient les deux derniers week-ends de décembre.') +
          article(3, 'Le règlement du marché hebdomadaire est abrogé et remplacé.'),
      ).html,
      supervised: true,
      supervision_by: 'Gouvernement wallon',
      supervision_outcome: 'approved',
      supervision_on: today().subtract({ days: 2 }),
      replaces: [{ posting_id: market.id, how: 'replaces', note: '' }],
    }),
    'post',
  )
  await step(
    await write({
      title: 'Arrêté de police\u00A0: circulation rue des Tilleuls pendant la fête du quartier',
      nature: 'order',
      body: mayor,
      type_id: typed('Arrêté de police'),
      text: clean(article(1, 'La circulation est interdite rue des Tilleuls, sauf riverains.'))
        .html,
      in_force_on: today(),
    }),
    'post',
  )
  await step(
    await write({
      title: 'Avis d’enquête publique\u00A0: extension de la crèche',
      ...{ nature: 'notice', body: college, decided_on: null },
      type_id: typed('Avis d’enquête publique'),
      text: clean(
        '<p>Le projet consiste à agrandir la crèche communale. Chacun peut faire part de ses observations au collège.</p>',
      ).html,
      consultation: 'Service Urbanisme, place du Beffroi 1, les jours ouvrables de 9 à 12 heures',
      expires_on: today().add({ days: 15 }),
    }),
    'post',
  )
  await write({
    title: 'Règlement d’ordre intérieur de la bibliothèque',
    type_id: typed('Règlement d’ordre intérieur'),
    text: clean(article(1, 'La bibliothèque est ouverte à tous.')).html,
  })
  await step(
    await write({
      title: 'Règlement-redevance sur la location des salles communales',
      type_id: typed('Règlement-redevance'),
      text: clean(article(1, 'La location d’une salle est soumise à une redevance.')).html,
      publish_on: today().add({ days: 7 }),
      publish_at: Temporal.PlainTime.from('08:00'),
    }),
    'plan',
  )
}
