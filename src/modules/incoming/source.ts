import { administrator, directorGeneral } from '#commons/directory'
import type { Dossier } from '#commons/dossiers'
import { allPrograms } from '#commons/programs'
import { byNameIn, oneOf, optional, type OwnColumns, text } from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { secretariat } from '#modules/deliberations'

/** What is said of a source, in the order of its form. */
export const sourceFields = {
  title: text(120, { label: 'incoming.source.title', help: 'incoming.source.title_help' }),
  program_id: optional(
    oneOf(
      { all: allPrograms, open: allPrograms, order: byNameIn('commons.program') },
      { label: 'incoming.source.program', help: 'incoming.source.program_help' },
    ),
  ),
}

/** Software of elsewhere in which an authority prepares its meetings (source). */
export type Source = Dossier<OwnColumns<typeof sourceFields>>

const keepers = [administrator, secretariat]

export const sourceWorkflow = workflow('incoming.source', {
  initial: 'used',
  states: { used: { tone: 'good', edits: keepers }, ended: { tone: 'neutral' } },
  transitions: {
    end: { from: ['used'], to: 'ended', who: keepers },
    resume: { from: ['ended'], to: 'used', who: keepers, back: true },
  },
})

export const sources = plainKind(sourceFields, sourceWorkflow, {
  path: '/incoming/sources',
  readers: () => [administrator.principal, secretariat.principal, directorGeneral.principal],
})

export const sourceRecord = plainVerbs(sources, sourceFields, sourceWorkflow)
