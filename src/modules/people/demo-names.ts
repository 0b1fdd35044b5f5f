/** Given and family names for invented people: common ones, put together by chance, meaning nobody. */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names of women. */
export const WOMEN = list(`
  Aline Alice Angélique Annonciata Antoinette Assumpta Béatrice Bernadette Betty Brigitte Cécile Chantal Charlotte Christine Claire Clarisse
  Clémentine Colette Consolée Delphine Denise Diane Dorothée Drocella Eugénie Fébronie Florence Francine Gaudence Geneviève Gisèle Godelive
  Grâce Hélène Henriette Immaculée Jacqueline Jeanne Joséphine Joyeuse Judith Julienne Laetitia Liliane Louise Marcelline Marguerite Médiatrice
  Monique Nadine Odette Pascasie Pélagie Perpétue Rose Sandrine Solange Spéciose Stéphanie Thérèse Valentine Yvonne`);

/** Given names of men. */
export const MEN = list(`
  Adrien Alexis Alphonse Anastase Ange Antoine Aphrodis Augustin Bernard Boniface Callixte Célestin Charles Christophe Claude Cyprien Damascène
  Damien Daniel Déo Désiré Didace Dieudonné Donatien Édouard Élie Emmanuel Enock Éric Ernest Eugène Évariste Fabien Faustin Félicien Fidèle
  François Frédéric Gaspard Georges Gérard Gratien Grégoire Innocent Isidore Jacques Janvier Jérôme Joachim Joseph Julien Léonard Léonidas
  Marcel Modeste Narcisse Norbert Oscar Pascal Patrice Philbert Prosper Protais Robert Samuel Sylvestre Théogène Théoneste Viateur Victor Vincent`);

/** Family names. */
export const FAMILIES = list(`
  Bagirishya Bahati Bakundukize Bampire Barigira Bizimana Bizimungu Bugingo Byiringiro Byukusenge Dushimimana Gahongayire Gakuba Gakwaya
  Gasana Gashugi Gatera Habarurema Habimana Habineza Habiyambere Habumugisha Hagenimana Hakizimana Harerimana Hategekimana Hitimana Iradukunda
  Irakoze Ishimwe Kabanda Kabera Kagabo Kalisa Kamanzi Kambanda Kanyamibwa Karangwa Karekezi Karemera Kayigamba Kayiranga Kayitesi Kwizera
  Manirafasha Manizabayo Mbabazi Mbonigaba Mbonimpa Mfitumukiza Minani Mugabo Mugenzi Mugisha Muhire Muhoza Mukabalisa Mukabarisa Mukagasana
  Mukakalisa Mukamana Mukamurenzi Mukandoli Mukankusi Mukantwari Mukarugwiza Mukasine Mukeshimana Mukundente Munyaneza Munyankindi Murekatete
  Murenzi Musabyimana Musafiri Musoni Mutabazi Mutesi Mutuyimana Muvunyi Nahimana Ndagijimana Ndahayo Ndikumana Ndayambaje Ngabonziza Ngendahimana
  Nikuze Niyibizi Niyigena Niyomugabo Niyonsaba Niyonzima Nizeyimana Nkundimana Nkurikiyimana Nsabimana Nsanzimana Nsengimana Nshimiyimana
  Ntakirutimana Ntawukuriryayo Nteziryayo Ntirenganya Nyirabagenzi Nyirahabimana Nyiramana Nzabonimpa Nzeyimana Rukundo Rutagengwa Rwabukumba
  Rwigema Sebagabo Sebahire Semana Sibomana Sindikubwabo Tuyisenge Twagirimana Twizeyimana Umuhoza Umutesi Umutoni Uwamahoro Uwase Uwimana
  Uwineza Uwitonze Zigama`);
