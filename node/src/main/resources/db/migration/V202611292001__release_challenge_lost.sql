-- A word about a challenge that the other node refused, or that ran out on its way, is told and can be sent again.
-- When it was lodged first, where the word to the owner was sent again with a term of its own.
alter table release.challenge add column first_lodged_at timestamptz;
alter table release.challenge add constraint first_lodged check (first_lodged_at <= lodged_at);
-- That the word of `told_envelope` came to its end: it is known there, or was told here to be lost.
alter table release.challenge_reach add column told_known_at timestamptz;
alter table release.challenge_reach add column told_lost_at timestamptz;
create index challenge_reach_on_its_way on release.challenge_reach (challenge)
  where told_envelope is not null and told_known_at is null and told_lost_at is null and ending is null;
