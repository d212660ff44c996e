-- Versions of the law: the one an agreement began with, those that wait for signatures or for their day, and all that
-- came of them. The packs themselves lie in the node's folder under their hashes.
create schema law;

create table law.version (
  agreement text not null,
  pack text not null check (pack ~ '^[0-9a-f]{64}$'),
  version text not null,
  -- From which day (UTC) it is in force; null for the version the parties began with.
  day date,
  -- Whether this party proposed it.
  own boolean not null,
  state text not null,
  first_officer text,
  second_officer text check (second_officer is null or second_officer <> first_officer),
  reason text not null,
  -- A signed note with the lines there are.
  signatures text,
  -- The envelope in which this party told its last word.
  envelope text check (envelope ~ '^[0-9a-f]{32}$'),
  created timestamptz not null,
  changed timestamptz not null,
  primary key (agreement, pack),
  check (signatures is not null or state in ('FIRST', 'PROPOSED', 'DECLINED', 'LAPSED'))
);
-- One change of the law at a time.
create unique index version_pending on law.version (agreement) where state in ('PROPOSED', 'SIGNED', 'AGREED');
