import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'permission.prove': 'Beveiliging van de eigen account beheren, na bevestiging van de identiteit',
  'permission.own_access': 'Zijn eigen toegang beheren',
  'permission.public': 'Lezen wat openbaar is',
  'permission.signed_in': 'Wat elke aangemelde persoon mag',
  'permission.search': 'Zoeken in wat men mag lezen',
  'permission.read': 'Zijn dossiers lezen',
  'permission.write': 'Dossiers schrijven en importeren',
  'permission.edit': 'Een dossier wijzigen',
  'permission.step': 'Stappen van een dossier zetten',
  'permission.publish': 'Een dossier publiceren en intrekken',
  'permission.whoever': 'Zich afmelden, niet langer als iemand anders zien',
}
