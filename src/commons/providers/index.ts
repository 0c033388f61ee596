import { z } from 'zod'
import { permission, role } from '#kernel/access'
import { localWays } from '#kernel/auth'
import { task } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { navigation, proofWays, signInWays, signOutsElsewhere } from '#kernel/pages'
import { sealedColumns } from '#kernel/secrets'
import {
  carriedOut,
  clientSecret,
  forgetLogoutTokens,
  forgetRequests,
  forgetWays,
  idTokenKept,
} from '#kernel/single-sign-on'
import { administrator } from '#commons/directory'
import { invitedWays, securityCards } from '#commons/identity'
import { api } from './api.ts'
import { shutWays } from './local.ts'
import './locales/index.ts'
import { logout } from './logout.ts'
import { pages } from './pages/index.ts'
import { signOutElsewhere } from './pages/leave.tsx'
import { MyIdentities } from './pages/mine.tsx'
import { ProviderProof } from './pages/prove.tsx'
import { InvitedWay, ProvidersWay } from './pages/sign-in.tsx'

export { type FictionalClient, fictionalProvider, type Known } from './fictional.tsx'

/** By which providers one comes in (authentification unique), and what they give. */
export const providersModule: Module = {
  name: 'providers',
  floor: 'commons',
  nature: 'always',
  needs: ['citizens', 'directory', 'identity', 'parties', 'people', 'scim'],
  permissions: { keep: role(administrator) },
  pages,
  api,
  protocols: logout,
  timers: [
    {
      at: '50 1 * * *',
      task: task('providers.forget_old', z.object({}), async () => {
        await forgetWays()
        await forgetLogoutTokens()
        await forgetRequests()
      }),
    },
  ],
  fills: [
    fill(localWays, shutWays),
    fill(signInWays, { first: true, Way: ProvidersWay }),
    fill(signOutsElsewhere, signOutElsewhere),
    fill(proofWays, { Way: ProviderProof }),
    fill(securityCards, { Card: MyIdentities }),
    fill(invitedWays, { Way: InvitedWay }),
    fill(sealedColumns, clientSecret, idTokenKept, carriedOut),
    fill(navigation, {
      section: 'administration',
      label: 'providers.title',
      settles: 'providers.settles',
      href: '/providers',
      icon: 'log-in',
      permission: permission('providers.keep'),
    }),
  ],
}
