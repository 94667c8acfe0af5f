/** Lists from which invented names, streets, organisations and words are combined. Nobody is meant by any combination. */

const words = (text: string): readonly string[] => text.split(' ');

export const surnameStarts = words(
  'Akker Berken Blauw Bever Distel Doorn Eiken Ganzen Grutte Haver Hooge Kievits Klaver Krane Lage Linden Meeuwe Oever Otter Palen Reiger Rogge Schelp Spaar Turf Veen Vlinder Zilver',
);
export const surnameEnds = words('stra sma dijker veldt hoven kamper waard meijer donk zicht horst wolde brugge maat');
/** Names with letters outside ASCII that Windows-1252 has. */
export const surnamesWesternEuropean = [
  'Müllenbeck',
  'Benaïssaoui',
  'Lemaîtrier',
  'Åkerlindt',
  'Fernándezuela',
  'Françoisel',
  'Coöpmans',
  'Gaudréault',
  'Zoëtmulder',
] as const;
/** Names that Windows-1252 cannot write. */
export const surnamesFurther = ['Yılmazoğlan', 'Çelikşahin', 'Łukowiczka', 'Wiśniewęgier'] as const;
export const surnamesVeryLong = [
  'Oldenbarnevoort van Heemskerckerduin tot Zuiderbroek-Palinghoekstra',
  'Wolfferinghe-Groenewegenaar van der Hooge Zilverwaardsterdijken',
  'Papadimitrakoglopoulou-Konstantinidesaki',
] as const;
export const prefixes = ['', '', '', '', '', 'van', 'van', 'van de', 'van der', 'de', 'den', 'ten', 'el'] as const;
export const initialLetters = 'AABCDEEFGHIJJKLMMNNOPRSSTUVWYZ';

export const streetStarts = words(
  'Ankermeester Bakenlicht Dobberman Fluitenkruid Garnalen Havikskruid Kompasroos Lisdodden Mosselvrouw Nettenboeter Palingroker Rietzanger Schippersknoop Sluiswachter Touwslager Vuurbaak Waterlelie Zeilmaker',
);
export const streetEnds = words('straat laan kade hof dijk plein pad singel');
export const town = 'Waterhoven';

/** Kinds and names of organisations; those with a quotation mark or a semicolon must be quoted in a CSV file. */
export const organisationKinds = [
  'Stichting',
  'Huisartsenpraktijk',
  'Basisschool',
  'Thuiszorg',
  'Woonstichting',
  'Buurthuis',
  'Praktijk',
  'Coöperatie',
  'Vereniging',
  'Café-werkplaats',
] as const;
export const organisationNames = [
  'De Brugwachter',
  '’t Kompas',
  'Zeeën van Tijd',
  'Het Baken',
  '"De Oase"',
  'Ruimte; Rust',
  'De Reünie',
  'Naoberzaak',
  'Het Vlechtwerk',
  'De Zilvermeeuw',
  'Lief & Leed',
  'De Peddel',
  'Coöp Samen Één',
  'Het Kruispunt',
  'De Lichtboei',
  'Noorderster',
] as const;
export const positions = [
  'wijkverpleegkundige',
  'huisarts',
  'intern begeleider',
  'woonconsulent',
  'jongerenwerker',
  'ouderenadviseur',
  'vrijwilligerscoördinator',
  'budgetcoach',
  'praktijkondersteuner',
  'buurtsportcoach',
  'maatschappelijk werker',
  'beleidsmedewerker cliëntenraad',
] as const;

/** Syllables of words that exist in no language; joined with a number they are found nowhere by accident. */
export const syllables = words(
  'bra dul fen gro hip jor kla lum mek nop pru ral sti tov vus wen zal bik dra fol gup hem kro lif mun nez pla rok sul tri vam wok',
);
