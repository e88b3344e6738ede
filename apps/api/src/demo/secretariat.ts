/** The demo association's secretariat. */
export const secretariatName = 'Sekretariat stowarzyszenia';
