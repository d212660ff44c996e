-- Requests of this party (OUT) and of the other (IN). A number is given once, by the asking party, and is the same on
-- both nodes. `document` is the body as it crosses, strict canonical JSON.
create schema ask;

create table ask.counter (
  year integer primary key,
  last integer not null check (last between 1 and 999999)
);

create table ask.request (
  number text primary key check (number ~ '^[A-Z]{2}-[0-9]{4}-[0-9]{6}$'),
  agreement text not null,
  side text not null check (side in ('OUT', 'IN')),
  state text not null,
  document text not null,
  case_number text,
  case_pseudonym text not null,
  author text,
  envelope text unique check (envelope ~ '^[0-9a-f]{32}$'),
  reply text unique check (reply ~ '^[0-9a-f]{32}$'),
  clock text,
  clock_started timestamptz,
  due timestamptz,
  zone text,
  extensions integer not null default 0,
  -- Facts and undertakings that this side's lawyer added, canonical JSON.
  own text not null,
  -- The refusal as it crossed, canonical JSON.
  refusal text,
  release text check (release ~ '^[0-9a-f]{32}$'),
  created timestamptz not null,
  changed timestamptz not null,
  check ((side = 'OUT') = (case_number is not null)),
  check ((side = 'OUT') = (author is not null)),
  check ((clock is null) = (due is null)),
  check ((clock is null) = (clock_started is null)),
  check ((clock is null) = (zone is null)),
  check (refusal is null or release is null)
);
create index request_by_time_left on ask.request (side, due);
create index request_newest on ask.request (side, created desc);
create index request_sent on ask.request (changed) where state = 'SENT';

create table ask.history (
  id bigint generated always as identity primary key,
  number text not null references ask.request,
  at timestamptz not null,
  event text not null,
  by text not null,
  note text not null
);
create index history_by_request on ask.history (number, id);
