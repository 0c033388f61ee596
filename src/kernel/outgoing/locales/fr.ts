/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  no_address: 'Ce n’est pas une adresse de page. Donnez-la entière, avec «\u00A0https://\u00A0».',
  refused:
    'La maison ne s’adresse pas à {host}\u00A0: seuls les serveurs d’internet par https, et ceux que l’exploitant a permis, sont interrogés.',
  slow: '{host} n’a pas répondu à temps. Réessayez dans un moment.',
  too_big: '{host} a envoyé plus qu’il n’est admis. Parlez-en à votre service informatique.',
  unreadable: 'La réponse de {host} ne peut pas être lue. Parlez-en à votre service informatique.',
  certificate:
    'Le certificat de {host} n’est pas reconnu\u00A0: rien ne lui a été envoyé. Parlez-en à votre service informatique.',
  unreachable: '{host} ne peut pas être joint. Réessayez dans un moment.',
} as const
