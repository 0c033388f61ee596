/** First names met in Wallonia and Brussels, of every origin; women's and men's. Combined at random. */
const list = (text: string) => text.trim().split(/\s+/)

export const women = list(`
Anne Marie Anne-Marie Marie-Claire Marie-Thérèse Marie-Rose Marie-Paule Claire Françoise Martine Nathalie Véronique
Dominique Bernadette Brigitte Chantal Christiane Colette Danielle Denise Éliane Élise Élodie Éloïse Émilie Estelle
Eugénie Fabienne Fernande Florence Gabrielle Geneviève Georgette Ghislaine Gilberte Ginette Godelieve Hélène Henriette
Huguette Inès Irène Isabelle Jacqueline Jeannine Joëlle Josée Josiane Julie Juliette Laëtitia Laurence Léa Léonie
Liliane Lise Lucienne Lucie Madeleine Manon Marguerite Maud Mauricette Mélissa Michèle Mireille Monique Myriam Nadine
Noëlle Océane Odette Pascale Patricia Paulette Pauline Rachel Raymonde Régine Rolande Rose Rose-Marie Sabine Séverine
Simone Solange Sophie Suzanne Sylvie Thérèse Valérie Victoire Viviane Yolande Yvette Zoé Aurore Fleur Capucine Prudence
Anouk Axelle Bérénice Céline Charline Clémence Coralie Cynthia Delphine Ophélie Perrine Romane Tiffany Wendy Maïté Maëlle
Aïcha Amina Asmae Fatiha Fatima Fatima-Zahra Hafida Hanane Imane Karima Khadija Latifa Loubna Malika Meryem Naïma Najat
Ouafae Rachida Samira Siham Yasmina Zineb Zohra Ayşe Elif Emine Fadime Gülşen Hatice Özlem Şengül Zeynep Nurcan
Agnieszka Bożena Ewa Grażyna Halina Jolanta Katarzyna Małgorzata Wanda Zofia Irina Oksana Svetlana Ioana
Assunta Carmela Concetta Filomena Giuseppina Graziella Ornella Rosaria Antonella Donatella Lucia Maria
Béatrice Bibiche Divine Espérance Fifi Gloire Godelive Mireille Nsimba Odile Providence Sifa Tshilanda Clémentine
Ana Conceição Fátima Inês Lurdes Graça Beatriz Rosário Manuela Ángela Consuelo Dolores Mercedes
Annelies Griet Hilde Ingrid Katrien Lieve Machteld Mieke Annemie Anneke Heidi Helga Gertrud Ursula Waltraud Renate
Thi-Lan Mai Roxane Scholastique Philomène Honorine Marie-Ghislaine Andrée Renée Camille Claude Sacha Morgan Alix`)

export const men = list(`
Jean Jean-Marie Jean-Pierre Jean-Claude Jean-François Jean-Luc Jean-Philippe Pierre Pierre-Yves Paul Jacques Michel
Alain Albert Alexandre Alphonse André Antoine Armand Arnaud Arthur Auguste Aurélien Baptiste Barthélemy Basile Benjamin
Benoît Bernard Bertrand Bruno Cédric Charles Christian Christophe Clément Corentin Cyrille Damien Daniel David Denis
Désiré Didier Dieudonné Édouard Émile Emmanuel Éric Étienne Eugène Fabian Fabrice Félicien Fernand Florent Firmin
François Frédéric Gaston Gauthier Geoffrey Georges Gérard Germain Ghislain Gilbert Gilles Grégory Guillaume Gustave Guy
Henri Hervé Hubert Hugues Ignace Jérémie Jérôme Joël Jonathan Joseph Jules Julien Juste Kévin Lambert Laurent Léon
Léopold Loïc Lothaire Louis Luc Lucien Ludovic Marc Marcel Martin Mathieu Maurice Maxime Modeste Nestor Nicolas Noël
Octave Olivier Oscar Pascal Patrick Philippe Pol Quentin Raoul Raphaël Raymond Rémy René Renaud Robert Roch Roger Roland
Romain Rudy Servais Simon Stéphane Sylvain Thibault Thierry Thomas Timothée Toussaint Urbain Valentin Victor Vincent
Walthère Willy Xavier Yvan Yves Yvon Abdelkader Abdellah Ahmed Ali Aziz Bilal Brahim Driss El-Houssine Fouad Hamza Hassan
Hicham Ibrahim Jamal Karim Khalid Lahcen Mehdi Mohamed Mohammed Mustapha Nabil Omar Rachid Saïd Tarik Youssef Younes
Ahmet Bülent Cem Emre Hakan Hüseyin İbrahim Mehmet Murat Ömer Orhan Serkan Uğur Yılmaz Andrzej Bogdan Czesław Jacek
Jerzy Krzysztof Leszek Marek Paweł Stanisław Tadeusz Wojciech Zbigniew Angelo Antonio Calogero Carmelo Domenico Enzo
Gaetano Gennaro Giovanni Giuseppe Luigi Mario Nunzio Pasquale Rocco Salvatore Vito Bienvenu Boniface Célestin Christ-Vie
Fiston Héritier Kalala Merveille Mukendi Papy Patient Trésor Tshibangu Aníbal António Fernando Joaquim José Luís Nuno
Paulo Rui Manuel Adriaan Bart Dirk Erwin Geert Gunther Hendrik Joost Koen Luk Pieter Rik Stijn Wim Dieter Ernst Friedrich
Günter Hans-Peter Heinz Helmut Jürgen Karl-Heinz Klaus Manfred Rainer Siegfried Werner Wolfgang Camille Claude Sacha`)
