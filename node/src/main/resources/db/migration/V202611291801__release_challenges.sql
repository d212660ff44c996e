-- Challenges to released statements, on the side of who gave and of who received. The person concerned is named nowhere
-- here: the statements say whom they are about, and the case number stays on the node where the challenge was lodged.
create table release.challenge (
  challenge text primary key check (challenge ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  brought_by text not null check (brought_by in ('PERSON_CONCERNED', 'COUNSEL', 'DATA_PROTECTION_AUTHORITY')),
  representative text not null,
  reference text not null,
  ground text not null
    check (ground in ('INACCURATE', 'UNLAWFUL', 'OUT_OF_DATE', 'WRONG_PERSON', 'PURPOSE_EXCEEDED')),
  grounds_text text not null,
  received_on date not null,
  lodged_by text not null,
  lodged_at timestamptz not null,
  deadline timestamptz not null,
  -- Only where it was lodged.
  case_number text,
  officer text,
  -- The side that gave the statements answers.
  ours_to_answer boolean not null,
  alarm_at timestamptz not null,
  alarmed_at timestamptz,
  suspended_at timestamptz,
  ended_at timestamptz,
  check ((brought_by = 'PERSON_CONCERNED') = (representative = '')),
  check (lodged_at < alarm_at and alarm_at < deadline)
);
create index challenge_open on release.challenge (deadline) where ended_at is null;

-- One line for each release of the challenged statements that it reaches, and how it ended there.
create table release.challenge_reach (
  challenge text not null references release.challenge,
  release text not null check (release ~ '^[0-9a-f]{32}$'),
  -- Counted from 1; none: the whole release.
  positions integer[] not null,
  -- The word about it that this side sent, or the moment the other side's arrived; neither where only this side knows.
  told_envelope text,
  arrived_at timestamptz,
  ending text check (ending in ('CORRECTED', 'DELETED', 'MAINTAINED')),
  reasons text,
  corrected text check (corrected ~ '^[0-9a-f]{32}$'),
  answered_at timestamptz,
  answered_by text,
  answer_envelope text,
  answer_arrived_at timestamptz,
  -- The first is the release it was brought against.
  ordinal bigint generated always as identity,
  primary key (challenge, release),
  check ((ending is null) = (answered_at is null)),
  check ((ending is null) = (reasons is null)),
  check ((corrected is not null) = (ending is not null and ending = 'CORRECTED'))
);
create index challenge_reach_by_release on release.challenge_reach (release);

-- What a composed item says beside its value, so that a correction can take it over. Absent for older ones.
alter table release.sent_item add column person_class text;
alter table release.sent_item add column evaluation text;
alter table release.sent_item add column invented boolean;
create index sent_item_by_statement on release.sent_item (statement) where statement is not null;
