import { annexes } from '#commons/annexes'
import { clock } from '#commons/clock'
import { directory } from '#commons/directory'
import { documents } from '#commons/documents'
import { dossiers } from '#commons/dossiers'
import { publication } from '#commons/publication'
import { tasks } from '#commons/tasks'
import { workflowModule } from '#commons/workflow'
import type { Module } from '#kernel/module'
import { deliberations } from '#modules/deliberations'
import { minutes } from '#modules/minutes'
import { plonemeeting } from '#modules/plonemeeting'

/** All modules of the house. The order means nothing: their needs say what comes first. */
export const modules: readonly Module[] = [
  annexes,
  clock,
  deliberations,
  directory,
  documents,
  dossiers,
  minutes,
  plonemeeting,
  publication,
  tasks,
  workflowModule,
]
