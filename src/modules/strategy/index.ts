import { kinds } from '#commons/dossiers'
import { vocabularies } from '#commons/vocabularies'
import { workflows } from '#commons/workflow'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { onDecision } from './council.ts'
import { actions, objectives, tasks } from './element.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { plans } from './plan.ts'
import { provision } from './provision.ts'
import { seeds } from './seeds.ts'
import { usesOf } from './use.ts'
import { actionWorkflow, objectiveWorkflow, planWorkflow, taskWorkflow } from './workflow.ts'

/** Strategic plans (programme stratégique transversal): objectives, actions, means, evaluation. */
export const strategy: Module = {
  name: 'strategy',
  floor: 'modules',
  needs: ['annexes', 'clock', 'deliberations', 'directory', 'dossiers', 'vocabularies', 'workflow'],
  permissions,
  pages,
  provision,
  seeds,
  reactions: {
    'deliberations.item.accept': onDecision,
    'deliberations.item.accept_modified': onDecision,
    'deliberations.item.refuse': onDecision,
    'deliberations.item.delay': onDecision,
    'deliberations.item.remove': onDecision,
  },
  fills: [
    fill(kinds, plans, objectives, actions, tasks),
    fill(workflows, planWorkflow, objectiveWorkflow, actionWorkflow, taskWorkflow),
    fill(vocabularies, ...vocabulariesOf()),
    fill(navigation, {
      section: 'trades',
      label: 'strategy.title',
      href: '/strategy',
      icon: 'target',
      permission: 'strategy.read',
      kinds: ['strategy.plan', 'strategy.objective', 'strategy.action', 'strategy.task'],
    }),
  ],
}

function vocabulariesOf() {
  return (['category', 'transversal', 'source'] as const).map((name) => ({
    name: `strategy.${name}`,
    label: `strategy.vocabulary.${name}` as const,
    permission: 'strategy.plan.run',
    uses: usesOf(name),
  }))
}
