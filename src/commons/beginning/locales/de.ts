import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Erste Schritte',
  lead: '{count, plural, one {Es bleibt noch eine Sache zu tun} other {Es bleiben noch # Dinge zu tun}}, bevor die Verwaltung arbeiten kann. Die Karte verschwindet, wenn alles getan ist.',
  put_away: 'Diese Karte weglegen',
  is_away: 'Die Karte ist weggelegt; die Einstellungen zeigen sie wieder.',
  shown: 'Erste Schritte zeigen',
  shown_help: 'Auf der Startseite der Administratoren: was zum Arbeiten noch fehlt.',
  'permission.follow': 'Die ersten Schritte der Verwaltung verfolgen',
}
