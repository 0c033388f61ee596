import { annexes } from '#commons/annexes'
import { clock } from '#commons/clock'
import { directory } from '#commons/directory'
import { documents } from '#commons/documents'
import { dossiers } from '#commons/dossiers'
import { exports } from '#commons/exports'
import { holdings } from '#commons/holdings'
import { imports } from '#commons/imports'
import { indicators } from '#commons/indicators'
import { notificationsModule } from '#commons/notifications'
import { law } from '#commons/law'
import { publication } from '#commons/publication'
import { records } from '#commons/records'
import { registers } from '#commons/registers'
import { retentionModule } from '#commons/retention'
import { settingsModule } from '#commons/settings'
import { tasks } from '#commons/tasks'
import { trades } from '#commons/trades'
import { views } from '#commons/views'
import { vocabulariesModule } from '#commons/vocabularies'
import { workflowModule } from '#commons/workflow'
import type { Module } from '#kernel/module'
import { accountability } from '#modules/accountability'
import { deliberations } from '#modules/deliberations'
import { ecomptes } from '#modules/ecomptes'
import { minutes } from '#modules/minutes'
import { plonemeeting } from '#modules/plonemeeting'
import { strategy } from '#modules/strategy'

/** All modules of the house. The order means nothing: their needs say what comes first. */
export const modules: readonly Module[] = [
  accountability,
  annexes,
  clock,
  deliberations,
  directory,
  documents,
  dossiers,
  ecomptes,
  exports,
  holdings,
  imports,
  indicators,
  law,
  minutes,
  notificationsModule,
  plonemeeting,
  publication,
  records,
  registers,
  retentionModule,
  settingsModule,
  strategy,
  tasks,
  trades,
  views,
  vocabulariesModule,
  workflowModule,
]
