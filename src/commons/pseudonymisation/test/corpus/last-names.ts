/** Surnames met in Belgium, of every origin. Many are also words, first names or places: that is the trap. */
const list = (text: string) =>
  text
    .trim()
    .split(/[,\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const walloon = list(`
Dupont, Lambert, Collard, Marchal, Petit, Lefèbvre, Noël, Lejeune, Legrand, Lemaire, Leclercq, Leroy, Lecomte, Lecocq, Leruth
Baguette, Bastin, Bauduin, Beaujean, Bertholet, Bodart, Bodson, Boulanger, Bovy, Brasseur, Burton, Charlier, Claes, Closset
Colson, Constant, Cornet, Crahay, Crismer, Cuvelier, Dardenne, Defays, Defrère, Dejardin, Delcour, Delhez, Delvaux, Delwaide
Demaret, Demoulin, Denis, Deprez, Detilleux, Dewez, Dimanche, Dohogne, Doyen, Dubois, Dumoulin, Dury, Englebert, Étienne, Evrard
Fagnoul, Falla, Fassotte, Fontaine, Fraiture, Franck, Frenay, Gaspard, Gathoye, Georges, Gérard, Gilles, Gilson, Godefroid, Goffin
Grandjean, Grosjean, Guillaume, Hanquet, Hardy, Henrard, Hermans, Herman, Heuschen, Hoyoux, Humblet, Jacquemin, Jacquet, Jadot
Jamar, Janvier, Jehin, Jeukenne, Joiris, Julémont, Kinet, Lacroix, Laloux, Lamy, Lardinois, Lebeau, Leblanc, Lecloux, Ledent
Lejoly, Lenoir, Léonard, Libert, Lognoul, Maquet, Maréchal, Martin, Massart, Mathieu, Meunier, Michel, Minguet, Monfort, Moreau
Mossay, Mottard, Moulin, Natalis, Neuville, Nihoul, Nizet, Nossent, Ory, Paquay, Parmentier, Pasque, Paulus, Pirard, Piron, Pirotte
Ponthier, Poncelet, Préaux, Prévost, Quoilin, Radermecker, Raskin, Remacle, Renard, Reynders, Rigaux, Rivière, Robert, Rousseau
Roy, Sauvage, Servais, Simon, Sior, Smal, Stassart, Stiennon, Tasset, Theunissen, Thiry, Thomas, Thonon, Tihon, Toussaint, Urbain
Vaillant, Verdin, Vieilvoye, Vilvorder, Voisin, Warnant, Warnier, Wathelet, Wauthier, Wéry, Wilkin, Wiliquet, Xhonneux, Xhignesse
Yernaux, Zune, Namur, Dinant, Delhalle, Berger, Marchand, Clerc, Bourgeois, Juin, Blaise, Bailly, Chevalier, Mayeur, Échevin
Coune, Dozot, Bissot, Ska, Hody, Beco, Ziane, Hupet, Tilkin, Vrancken, Noirhomme, Malherbe, Houbart, Pâquet, Crèvecœur, Dechêne`)

const flemish = list(`
van den Broeck, Van den Berghe, Van de Walle, Vandenbossche, Vandeputte, Van Hoof, Van Damme, Vermeulen, Verstraete, Peeters
Janssens, Maes, Jacobs, Mertens, Willems, Goossens, Wouters, De Smet, De Clercq, D'Haene, D'Hondt, T'Joens, Van 't Veld
De Backer, De Wilde, Hendrickx, Claeys, Bogaerts, Lauwers, Aerts, Vanhove, Van der Auwera, Vander Elst, Ooms, Nijs, Baeten
de Wergifosse, de Crombrugghe, d'Otreppe, de la Haye, du Fontbaré, le Hodey, Delle Vigne, de Liedekerke`)

const german = list(`
Müller, Schmitz, Jousten, Heinen, Kessler, Pauels, Schröder, Hilgers, Mießen, Kohnen, Lentz, Palm, Velz, Thelen, Zimmermann
Hüweler, Brüls, Fickers, Köttgen, Niessen, Radermacher, Reuter, Scholzen, von der Heyden, Weynand, Gehlen, Krings, Wirtz, Bürgermeister`)

const farther = list(`
Rossi, Lo Bue, Di Bartolomeo, Di Stefano, D'Angelo, De Luca, Della Rocca, Esposito, Falcone, Gallo, La Mantia, Lo Presti, Marchetti
Palumbo, Ricci, Sanfilippo, Santoro, Tarantino, Vitello, Zanetti, Cusumano, Amato, Bonanno, Dell'Aquila, Russo, Mancuso
Yılmaz, Kaya, Demir, Çelik, Şahin, Öztürk, Aydın, Arslan, Doğan, Koç, Çakır, Güneş, Polat, Karataş, Özdemir, Tekin
El Amrani, El Khattabi, Benali, Ben Haddou, Aït Lahcen, Ait El Haj, Bouazza, Bouchikhi, Chaabi, El Ouardi, Ouali, Haddad, Idrissi
Lahlou, Mansouri, Naciri, Tahiri, Zerouali, Azzouzi, Boukhari, El Yaakoubi, Moussaoui, Belkacem, Ouarghi, Abdellaoui
Kowalski, Nowak, Wiśniewski, Wójcik, Kamiński, Lewandowska, Zieliński, Szymańska, Dąbrowski, Kozłowski, Jankowska, Piotrowski
Mukendi, Kabongo, Ilunga, Tshibangu, Mutombo, Kasongo, Lumbala, Ngoy, Mbuyi, Kalonji, Nzuzi, Bakambu, Mwamba, Tshimanga
Ndayishimiye, Uwimana, Habimana, Mbala Nsimba, Kapinga wa Mulumba, Diallo, Traoré, Ouédraogo
Da Silva, Dos Santos, Ferreira, Da Costa Pereira, Oliveira Gomes, Rodrigues, De Almeida, Teixeira, Gonçalves Lopes, Sá Nogueira
García Romero, Fernández, Jiménez, Núñez Ortega, Popescu, Ionescu, Nguyen, Tran, Pham, Petrov, Shevchenko, Hoxha, Krasniqi
O'Reilly, Smith-Jones, Van Nguyen, Papadopoulos, Theodoridis, Haroutunian, Singh, Kaur, Zhang, Li, Wu, Ba, Sow`)

export const lastNames = { walloon, flemish, german, farther }
