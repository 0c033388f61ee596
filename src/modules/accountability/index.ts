import type { Module } from '#kernel/module'
import { onDecision } from './council.ts'
import './locales/index.ts'

/** What a plan gives account of: frozen versions, their way to the council, reports, the citizen page. */
export const accountability: Module = {
  name: 'accountability',
  floor: 'modules',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'indicators',
    'strategy',
    'vocabularies',
    'workflow',
  ],
  reactions: {
    'deliberations.item.accept': onDecision,
    'deliberations.item.accept_modified': onDecision,
    'deliberations.item.refuse': onDecision,
    'deliberations.item.delay': onDecision,
    'deliberations.item.remove': onDecision,
  },
}
