import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  not_yet: 'Dit document is nog niet klaar.',
  failed: 'Dit document kon niet worden gemaakt. Vraag het opnieuw aan.',
  switched_off:
    'Het onderdeel dat dit document maakt, werd intussen uitgeschakeld. Vraag het document opnieuw zodra het weer aan staat.',
  unset:
    'Dit document kan niet worden opgemaakt door “{place}”: de tekst bevat wat niet gedrukt kan worden. Herschrijf die en vraag het document opnieuw.',
  too_heavy:
    'Dit document is te zwaar om op te maken. Het zwaarste deel: “{place}”. Maak het lichter en vraag het document opnieuw.',
  too_long:
    'Dit document opmaken duurt te lang. Het zwaarste deel: “{place}”. Maak het lichter en vraag het document opnieuw.',
  too_many:
    '{count, number} documenten wachten al om gemaakt te worden: wacht tot ze klaar zijn en vraag dit dan opnieuw.',
  title: 'Documenten',
  none: 'Er is nog geen document opgesteld.',
  'state.pending': 'in voorbereiding',
  'state.ready': 'opgesteld',
  'state.failed': 'kon niet worden opgesteld',
  kind: '{format}, {size}',
  'format.pdf': 'PDF/A',
  'format.docx': 'DOCX',
  'format.ods': 'ODS',
  format_unmade: 'Dit document kan niet worden gemaakt als {format}.',
  'print.page': 'Pagina {page} van {pages}',
  'print.made': 'Opgesteld op {when}',
  'print.arms': 'Wapen: {authority}',
  'print.sheet': 'Verslag',
  hash: 'SHA-256 {hash}…',
  by: '{name}, {when}',
  last: 'Het laatst opgemaakt',
  earlier: '{count, plural, one {Nog een, eerder opgemaakt} other {Nog #, eerder opgemaakt}}',

  paper: 'Briefpapier van het bestuur',
  contact: 'Hoe men u bereikt',
  'contact.help':
    'Eén regel per middel: telefoon, e-mailadres, website. Ze volgen op het adres bovenaan de documenten.',
  held_because: 'Wat werd opgemaakt, is een stuk van het dossier.',
  held_personal: 'wat ze uit het dossier afdrukken, naam van wie ze vroeg',
  'task.make': 'Aanmaken van een document',
  'permission.download': 'Documenten van zichtbare dossiers downloaden',
}
