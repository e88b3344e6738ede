import type { Office } from '@blizej/contracts';

/** Everybody in the demo signs in with this. It is printed on the sign-in page. */
export const demoPassword = 'Demo-portalu-2026';

/**
 * Gminas that do not exist, in which the demo's people work: no act in the demo belongs to a real gmina. Their TERYT
 * codes begin with 99, which no voivodeship has.
 */
export const fictionalGminas = {
  jantarowo: {
    teryt: '9901011',
    name: 'Jantarowo',
    type: 'URBAN',
    voivodeship: 'pomorskie',
    executiveTitle: 'burmistrz',
    population: 14_200,
  },
  mewia: {
    teryt: '9901022',
    name: 'Mewia Zatoka',
    type: 'RURAL',
    voivodeship: 'pomorskie',
    executiveTitle: 'wójt',
    population: 6_100,
  },
  wydmy: {
    teryt: '9901032',
    name: 'Wydmy Wielkie',
    type: 'RURAL',
    voivodeship: 'pomorskie',
    executiveTitle: 'wójt',
    population: 4_300,
  },
  sosnowy: {
    teryt: '9901043',
    name: 'Sosnowy Brzeg',
    type: 'URBAN_RURAL',
    voivodeship: 'pomorskie',
    executiveTitle: 'burmistrz',
    population: 9_800,
  },
  latarnikowo: {
    teryt: '9902011',
    name: 'Latarnikowo',
    type: 'URBAN',
    voivodeship: 'warmińsko-mazurskie',
    executiveTitle: 'burmistrz',
    population: 18_700,
  },
  foczy: {
    teryt: '9902022',
    name: 'Foczy Róg',
    type: 'RURAL',
    voivodeship: 'warmińsko-mazurskie',
    executiveTitle: 'wójt',
    population: 3_900,
  },
  sledziowo: {
    teryt: '9902032',
    name: 'Śledziowo',
    type: 'RURAL',
    voivodeship: 'warmińsko-mazurskie',
    executiveTitle: 'wójt',
    population: 5_200,
  },
  bursztynowiec: {
    teryt: '9902043',
    name: 'Bursztynowiec',
    type: 'URBAN_RURAL',
    voivodeship: 'warmińsko-mazurskie',
    executiveTitle: 'burmistrz',
    population: 11_500,
  },
} as const;
export type GminaKey = keyof typeof fictionalGminas;

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly office: Office;
  readonly organization: GminaKey | 'secretariat';
  /** Where else the person holds the same office. */
  readonly also?: GminaKey;
}

const person = (name: string, email: string, office: Office, organization: DemoPerson['organization']): DemoPerson => ({
  name,
  email: `${email}.example`,
  office,
  organization,
});

/** The named world's people: plainly invented, on addresses that cannot exist (RFC 2606). */
export const people = {
  director: person('Sylwia Sekretarska', 'dyrektor@sekretariat', 'SECRETARIAT', 'secretariat'),
  secretary: person('Marek Zmyślony', 'sieci@sekretariat', 'SECRETARIAT', 'secretariat'),
  jantarowoMayor: person('Barbara Przykładowa', 'burmistrz@jantarowo', 'EXECUTIVE', 'jantarowo'),
  jantarowoCoordinator: person('Łukasz Łącznikowski', 'lacznik@jantarowo', 'COORDINATOR', 'jantarowo'),
  jantarowoOfficial: person('Ola Urzędnicka', 'ola@jantarowo', 'OFFICIAL', 'jantarowo'),
  jantarowoColleague: person('Jan Drugi', 'jan@jantarowo', 'OFFICIAL', 'jantarowo'),
  mewiaMayor: person('Wacław Wójtowski', 'wojt@mewia-zatoka', 'EXECUTIVE', 'mewia'),
  mewiaOfficial: person('Maria Mewia', 'maria@mewia-zatoka', 'OFFICIAL', 'mewia'),
  wydmyMayor: person('Piotr Piaskowy', 'wojt@wydmy-wielkie', 'EXECUTIVE', 'wydmy'),
  wydmyOfficial: person('Wanda Wydmowa', 'wanda@wydmy-wielkie', 'OFFICIAL', 'wydmy'),
  sosnowyMayor: person('Stefan Szyszkowski', 'burmistrz@sosnowy-brzeg', 'EXECUTIVE', 'sosnowy'),
  sosnowyOfficial: person('Sabina Sosnowa', 'sabina@sosnowy-brzeg', 'OFFICIAL', 'sosnowy'),
  latarnikowoMayor: person('Lucyna Latarnik', 'burmistrz@latarnikowo', 'EXECUTIVE', 'latarnikowo'),
  latarnikowoCoordinator: person('Leon Lampowy', 'lacznik@latarnikowo', 'COORDINATOR', 'latarnikowo'),
  latarnikowoOfficial: person('Lidia Lunetowa', 'lidia@latarnikowo', 'OFFICIAL', 'latarnikowo'),
  foczyMayor: person('Franciszek Fokowski', 'wojt@foczy-rog', 'EXECUTIVE', 'foczy'),
  foczyOfficial: person('Felicja Falowa', 'felicja@foczy-rog', 'OFFICIAL', 'foczy'),
  sledziowoMayor: person('Stanisława Śledź', 'wojt@sledziowo', 'EXECUTIVE', 'sledziowo'),
  sledziowoOfficial: person('Szymon Sieciowy', 'szymon@sledziowo', 'OFFICIAL', 'sledziowo'),
  sharedCoordinator: {
    ...person('Grażyna Graniczna', 'lacznik@foczy-rog', 'COORDINATOR', 'foczy'),
    also: 'sledziowo',
  },
  bursztynowiecMayor: person('Beata Bursztyn', 'burmistrz@bursztynowiec', 'EXECUTIVE', 'bursztynowiec'),
  bursztynowiecOfficial: person('Bogdan Brzegowy', 'bogdan@bursztynowiec', 'OFFICIAL', 'bursztynowiec'),
} as const satisfies Record<string, DemoPerson>;
export type PersonKey = keyof typeof people;
