/** An invitation and its link end after this many days. */
export const invitationDays = 7;
