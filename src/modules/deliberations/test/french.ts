/** What these towns write themselves, in French. */
const own =
  /Réfection de la rue du Moulin|Vu le (?:rapport|dossier\u00A0;)|D’approuver(?: pour \S+ ans\.)?|Deux ans/g

/** The sentences of a paper that are still French: those with a word that German has not. */
export const frenchIn = (paper: unknown): string[] =>
  JSON.stringify(paper)
    .replaceAll(own, '')
    .match(
      /[^"]*(?:\b(?:le|la|les|du|et|est|sont|pour|dans|aux?|par|séance|point|vote)\b|[ldnsqj]’\p{L}|«)[^"]*/giu,
    ) ?? []
