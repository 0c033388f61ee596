import { t } from '#kernel/i18n'
import type { FirstStep } from '#commons/beginning'
import { directorGeneral } from '#commons/directory'
import { nobodyBears } from '#commons/people'
import { settled } from '#commons/settings'
import { hasMeetings, secretariat, usualPlace } from '#modules/deliberations'

/** Points are validated, put on an agenda and decided in a meeting. */
export const deliberationSteps: readonly FirstStep[] = [
  {
    name: 'deliberations.roles',
    title: 'deliberations.step.roles',
    lacks: () => nobodyBears([directorGeneral.name, secretariat.name]),
  },
  {
    name: 'deliberations.place',
    title: 'deliberations.step.settings',
    async lacks() {
      return (await settled(usualPlace)) === ''
        ? [{ sentence: t('deliberations.step.no_place'), href: '/settings' }]
        : []
    },
  },
  {
    name: 'deliberations.meeting',
    title: 'deliberations.title',
    async lacks() {
      return (await hasMeetings())
        ? []
        : [{ sentence: t('deliberations.step.no_meeting'), href: '/deliberations' }]
    },
  },
]
