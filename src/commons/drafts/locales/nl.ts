import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  mine: 'Mijn concepten',
  lead: 'Wat u in een formulier getypt en nog niet opgeslagen hebt. Alleen u ziet het.',
  none: 'Geen concept.',
  kept: 'Concept bewaard om {at}, alleen u ziet het.',
  newer:
    'Een ander tabblad of toestel bewaart een recentere tekst, van {at}. Er is niets overschreven.',
  too_long: 'Deze tekst is te lang voor een concept: sla hem op.',
  too_many: 'U hebt al {most, number} concepten: verwijder er een om dit te bewaren.',
  kept_now: 'Het concept is bewaard. Alleen u ziet het.',
  discarded: 'Het concept is verwijderd.',
  discard: 'Verwijderen',
  discard_confirm: 'Dit concept verwijderen? Wat u getypt hebt, gaat verloren.',
  at: 'Bewaard op',
  form: 'Formulier',
  acts: 'Verwijderen',
  hidden: 'Een formulier',
  kept_after: 'na het laatste getypte woord',
  held_because:
    'Het dient om te hernemen wat niet opgeslagen is; het verdwijnt bij het opslaan, of met de persoon.',
  held_personal: 'wat een persoon typt zonder het op te slaan',
  'task.forget': 'Oude concepten vergeten',
  picture_added:
    'De afbeelding staat aan het einde van de tekst; wat u typte, is als klad bewaard.',
  'permission.keep': 'Eigen ontwerpen bewaren',
}
