import { z } from 'zod'
import { forOwnAccess, signedIn } from '#kernel/access'
import {
  besidesPassword,
  forgetLinks,
  forgetTried,
  proofs,
  sessionLimits,
  writeReset,
} from '#kernel/auth'
import { task } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { accountByKey, forgetChallenges } from '#kernel/passkeys'
import { personLinks, proofWays, signInLinks, signInWays } from '#kernel/pages'
import { takeSecond, totpSecret } from '#kernel/second-factor'
import { sealedColumns } from '#kernel/secrets'
import { noticeWords } from '#commons/notifications'
import { settings } from '#commons/settings'
import { api } from './api.ts'
import './api-access.ts'
import './locales/index.ts'
import { PasskeyProof, PasskeySignIn } from './pages/passkeys.tsx'
import { passkeyScript } from './pages/passkey-button.tsx'
import { grantWords, tellGrants } from './own-role.ts'
import { asked, secondNeeded } from './second.ts'
import { pages } from './pages/index.ts'
import { idleMinutes, limits, sessionHours } from './settings.ts'

export { Chosen, NewPassword } from './pages/new-password.tsx'
export { invitedWays, securityCards } from './places.ts'

/** How people come in, and what each does for the safety of their own access. */
export const identity: Module = {
  name: 'identity',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'notifications', 'records', 'settings'],
  permissions: { own: signedIn },
  pages,
  api,
  tasks: [writeReset],
  timers: [
    {
      at: '35 1 * * *',
      task: task('identity.forget_old', z.object({}), async () => {
        await forgetLinks()
        await forgetTried()
        await forgetChallenges()
      }),
    },
  ],
  reactions: { 'people.office.give': tellGrants },
  fills: [
    fill(noticeWords, grantWords),
    fill(sessionLimits, limits),
    fill(besidesPassword, asked),
    fill(
      proofs,
      async (accountId, typed) =>
        /^[\w -]{6,40}$/.test(typed) && (await takeSecond(accountId, typed)) !== undefined,
    ),
    fill(
      proofs,
      async (accountId, typed) =>
        typed.startsWith('{') && (await accountByKey(typed, accountId)) === accountId,
    ),
    fill(signInWays, { script: passkeyScript, Way: PasskeySignIn }),
    fill(proofWays, { script: passkeyScript, Way: PasskeyProof }),
    fill(sealedColumns, totpSecret),
    fill(settings, { title: 'identity.settings', all: [sessionHours, idleMinutes, secondNeeded] }),
    fill(signInLinks, { label: 'identity.forgotten.link', href: '/sign-in/forgotten' }),
    fill(personLinks, {
      label: 'identity.security.title',
      href: '/security',
      icon: 'key-round',
      permission: forOwnAccess,
    }),
  ],
}
