import type { Given, ProfileView, profileRoutes } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** What a profile stands at: a hash over all that can be changed. */
export const profileColumns = Prisma.sql`
  name, email, position, phone, language, theme, mail_asked AS "mailAsked", mail_decide AS "mailDecide",
  mail_reminders AS "mailReminders", mail_informed AS "mailInformed", shows_email AS "showsEmail", shows_phone AS "showsPhone",
  md5(jsonb_build_array(name, position, phone, language, theme, mail_asked, mail_decide, mail_reminders, mail_informed, shows_email,
                        shows_phone)::text) AS seen,
  NOT EXISTS (SELECT FROM appointment WHERE appointment.person_id = person.id
    AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())) AS erasable`;

/** Locks a person's profile. */
export async function lockProfile(work: Work, personId: string): Promise<ProfileView> {
  const [row] = await rowsOf<ProfileView>(
    work,
    Prisma.sql`SELECT ${profileColumns} FROM person WHERE id = ${personId}::uuid FOR UPDATE`,
  );
  if (!row) throw new Error('A signed-in person has no profile.');
  return row;
}

/** Locks the profile of somebody who is not forgotten yet; undefined where there is none. */
export async function lockPerson(work: Work, personId: string): Promise<ProfileView | undefined> {
  const [row] = await rowsOf<ProfileView>(
    work,
    Prisma.sql`SELECT ${profileColumns} FROM person WHERE id = ${personId}::uuid AND erased_at IS NULL FOR UPDATE`,
  );
  return row;
}

export async function saveProfile(
  work: Work,
  personId: string,
  profile: Given<typeof profileRoutes.changeProfile>['body'],
): Promise<void> {
  const { name, language, theme, mailAsked, mailDecide, mailReminders, mailInformed, showsEmail, showsPhone } = profile;
  await transactionOf(work).person.update({
    where: { id: personId },
    data: {
      name,
      language,
      theme,
      mailAsked,
      mailDecide,
      mailReminders,
      mailInformed,
      showsEmail,
      showsPhone,
      position: profile.position || null,
      phone: profile.phone ?? null,
    },
  });
}

/**
 * Empties a person: the row's id stays, for what they did refers to it; whatever names them, lets them in or tells them
 * something goes. Notices in their name that wait are taken back.
 */
export async function emptyPerson(work: Work, personId: string, email: string): Promise<void> {
  const transaction = transactionOf(work);
  const id = Prisma.sql`${personId}::uuid`;
  for (const table of [
    'session',
    'device',
    'recovery_code',
    'identity',
    'login_link',
    'deed_link',
    'notification',
    'bulk_run',
    'task_change',
    'reaction',
    'read_receipt',
    'initiative_follower',
    'initiative_filter',
    'idempotency_key',
  ]) {
    await transaction.$executeRaw(Prisma.sql`DELETE FROM ${Prisma.raw(table)} WHERE person_id = ${id}`);
  }
  await transaction.$executeRaw(Prisma.sql`
    UPDATE invitation SET name = '', email = 'erased-' || id || '@erased.invalid',
      revoked_at = CASE WHEN accepted_at IS NULL THEN coalesce(revoked_at, portal_now()) END
    WHERE email = ${email} OR id IN (
      SELECT (detail ->> 'invitationId')::uuid FROM event
      WHERE actor_person_id = ${id} AND kind = 'appointment.began' AND detail ? 'invitationId')`);
  // What others were answered, and their lists, in which the person is named.
  await transaction.$executeRaw(Prisma.sql`DELETE FROM idempotency_key WHERE strpos(answer::text, ${email}) > 0`);
  await transaction.$executeRaw(
    Prisma.sql`DELETE FROM bulk_run WHERE finished_at IS NOT NULL AND strpos(lower(rows::text || report::text), ${email}) > 0`,
  );
  await transaction.$executeRaw(Prisma.sql`
    UPDATE person SET name = '', email = 'erased-' || id || '@erased.invalid', password_hash = NULL, totp_secret = NULL,
      totp_since = NULL, totp_last_step = NULL, position = NULL, phone = NULL, shows_email = false, shows_phone = false,
      active = false, erased_at = portal_now()
    WHERE id = ${id}`);
}
