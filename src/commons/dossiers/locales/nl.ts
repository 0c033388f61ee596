import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'task.forget_pictures': 'Afbeeldingen vergeten die geen tekst toont',
  'task.forget_words': 'Woorden vergeten die niet meer voorkomen',
  'task.read_again': 'Teksten opnieuw lezen voor het zoeken',
  stale:
    '{name} heeft dit dossier gewijzigd terwijl u schreef. Uw tekst staat hieronder nog; vergelijk hem met de opgeslagen versie en sla daarna opnieuw op.',
  stale_theirs: 'Opgeslagen versie',
  no_page: 'Die pagina van de lijst bestaat niet: begin opnieuw vooraan.',
  gone: 'Deze keuze werd zonet verwijderd: kies een andere.',
  in_use: '“{title}” kan niet worden gewist: iets anders verwijst er nog naar.',
  held: 'Geschiedenis van de dossiers',
  held_because: 'Wie wat deed, is te bewijzen, ook van een gewist dossier.',
  held_personal: 'naam van wie handelt, opgegeven reden, wat veranderde',
}
