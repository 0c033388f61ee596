import type { Module } from '#kernel/module'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'

export { foreseeInvitations, inviteMany, leftInWords } from './round.ts'

/** Invites many people at once (invitations): shown row by row before, reported after. */
export const invitations: Module = {
  name: 'invitations',
  floor: 'commons',
  nature: 'always',
  needs: ['people'],
  pages,
  api,
}
