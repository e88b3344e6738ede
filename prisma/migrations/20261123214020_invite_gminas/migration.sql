-- AlterEnum
ALTER TYPE "linked_deed" ADD VALUE 'ACCEPT_INVITATION';

-- AlterEnum
ALTER TYPE "membership_state" ADD VALUE 'INVITED';



-- Live is what has not ended; said without the new state, which this transaction may not use yet.
DROP INDEX membership_one_live;
CREATE UNIQUE INDEX membership_one_live ON membership (network_id, organization_id)
  WHERE state NOT IN ('LEFT', 'DECLINED');
DROP INDEX membership_pending;
CREATE INDEX membership_pending ON membership (requested_at) WHERE state NOT IN ('ACTIVE', 'LEFT', 'DECLINED');
