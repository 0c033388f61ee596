import { advicesModule } from '#commons/advices'
import { annexes } from '#commons/annexes'
import { authoritiesModule } from '#commons/authorities'
import { authorityModule } from '#commons/authority'
import { background } from '#commons/background'
import { beginning } from '#commons/beginning'
import { budgets } from '#commons/budgets'
import { calendar } from '#commons/calendar'
import { citizensModule } from '#commons/citizens'
import { clock } from '#commons/clock'
import { directory } from '#commons/directory'
import { documents } from '#commons/documents'
import { dossiers } from '#commons/dossiers'
import { drafts } from '#commons/drafts'
import { explanations } from '#commons/explanations'
import { exports } from '#commons/exports'
import { holdings } from '#commons/holdings'
import { identity } from '#commons/identity'
import { imports } from '#commons/imports'
import { indicators } from '#commons/indicators'
import { notificationsModule } from '#commons/notifications'
import { law } from '#commons/law'
import { organsModule } from '#commons/organs'
import { numbering } from '#commons/numbering'
import { help } from '#commons/help'
import { invitations } from '#commons/invitations'
import { orderingModule } from '#commons/ordering'
import { journal } from '#commons/journal'
import { outbox } from '#commons/outbox'
import { partiesModule } from '#commons/parties'
import { peopleModule } from '#commons/people'
import { placesModule } from '#commons/places'
import { plone } from '#commons/plone'
import { programs } from '#commons/programs'
import { providersModule } from '#commons/providers'
import { privacy } from '#commons/privacy'
import { pseudonymisation } from '#commons/pseudonymisation'
import { publication } from '#commons/publication'
import { quotas } from '#commons/quotas'
import { records } from '#commons/records'
import { registers } from '#commons/registers'
import { reminders } from '#commons/reminders'
import { representatives } from '#commons/representatives'
import { retentionModule } from '#commons/retention'
import { rightsModule } from '#commons/rights'
import { seeing } from '#commons/seeing'
import { scimModule } from '#commons/scim'
import { settingsModule } from '#commons/settings'
import { statements } from '#commons/statements'
import { tasks } from '#commons/tasks'
import { trades } from '#commons/trades'
import { views } from '#commons/views'
import { vocabulariesModule } from '#commons/vocabularies'
import { workflowModule } from '#commons/workflow'
import type { Module } from '#kernel/module'
import { alerts } from '#modules/alerts'
import { proceedings } from '#modules/proceedings'
import { accountability } from '#modules/accountability'
import { attendance } from '#modules/attendance'
import { circulation } from '#modules/circulation'
import { convocations } from '#modules/convocations'
import { copies } from '#modules/copies'
import { decisions } from '#modules/decisions'
import { deliberations } from '#modules/deliberations'
import { ecomptes } from '#modules/ecomptes'
import { extractsModule } from '#modules/extracts'
import { followups } from '#modules/followups'
import { live } from '#modules/live'
import { minutes } from '#modules/minutes'
import { opendata } from '#modules/opendata'
import { opinions } from '#modules/opinions'
import { orders } from '#modules/orders'
import { plonemeeting } from '#modules/plonemeeting'
import { practicesModule } from '#modules/practices'
import { portal } from '#modules/portal'
import { incoming } from '#modules/incoming'
import { publications } from '#modules/publications'
import { publicity } from '#modules/publicity'
import { pulls } from '#modules/pulls'
import { regulations } from '#modules/regulations'
import { preparation } from '#modules/preparation'
import { register } from '#modules/register'
import { restapi } from '#modules/restapi'
import { scheduling } from '#modules/scheduling'
import { sendings } from '#modules/sendings'
import { sittings } from '#modules/sittings'
import { stationery } from '#commons/stationery'
import { strategy } from '#modules/strategy'
import { templates } from '#modules/templates'
import { validation } from '#modules/validation'
import { votes } from '#modules/votes'

/** All modules of the house. The order means nothing: their needs say what comes first. */
export const modules: readonly Module[] = [
  accountability,
  advicesModule,
  alerts,
  proceedings,
  annexes,
  attendance,
  authoritiesModule,
  authorityModule,
  background,
  beginning,
  budgets,
  calendar,
  circulation,
  citizensModule,
  clock,
  convocations,
  deliberations,
  directory,
  documents,
  dossiers,
  drafts,
  ecomptes,
  explanations,
  exports,
  extractsModule,
  followups,
  help,
  holdings,
  identity,
  imports,
  indicators,
  invitations,
  journal,
  law,
  live,
  minutes,
  notificationsModule,
  numbering,
  opendata,
  opinions,
  orderingModule,
  orders,
  organsModule,
  outbox,
  partiesModule,
  peopleModule,
  placesModule,
  plone,
  plonemeeting,
  preparation,
  privacy,
  programs,
  providersModule,
  pseudonymisation,
  publication,
  quotas,
  records,
  register,
  registers,
  reminders,
  representatives,
  restapi,
  retentionModule,
  rightsModule,
  scimModule,
  seeing,
  portal,
  practicesModule,
  incoming,
  publications,
  publicity,
  pulls,
  copies,
  decisions,
  regulations,
  scheduling,
  sendings,
  settingsModule,
  sittings,
  stationery,
  statements,
  strategy,
  tasks,
  templates,
  trades,
  validation,
  views,
  vocabulariesModule,
  votes,
  workflowModule,
]
