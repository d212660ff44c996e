-- Counsel who acts for a person concerned by a request, and interpreters: this side's records, and the other side's as it
-- told them. Seen by who may see the request.
create table ask.assistance (
  assistance text primary key check (assistance ~ '^[0-9a-f]{32}$'),
  number text not null references ask.request,
  role text not null check (role in ('COUNSEL', 'INTERPRETER')),
  name text not null,
  person text not null,
  body text not null,
  languages text[] not null check (cardinality(languages) <= 10),
  contact text not null,
  from_day date not null,
  until_day date,
  -- Told by the other side, and not this side's to end.
  received boolean not null,
  by text not null,
  at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  -- The last word about it that this side sent.
  told_envelope text check (told_envelope ~ '^[0-9a-f]{32}$'),
  told_at timestamptz,
  -- With it the hash in the log can be told for this record, and not be guessed without.
  salt text not null check (salt ~ '^[0-9a-f]{32}$'),
  ordinal bigint generated always as identity,
  check (until_day >= from_day),
  check ((ended_by is null) = (ended_at is null)),
  check ((told_envelope is null) = (told_at is null)),
  check (not received or (told_envelope is null and ended_by is null))
);
create index assistance_by_request on ask.assistance (number, ordinal);
