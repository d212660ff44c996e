create schema contact;

create table contact.counter (
  year integer primary key,
  last integer not null check (last between 1 and 999999)
);

-- A report of an institution's contacts with the other party's officials. It is owed until it was handed over.
create table contact.report (
  number text primary key check (number ~ '^[A-Z]{2}-[0-9]{4}-C[0-9]{6}$'),
  agreement text not null,
  institution text not null,
  first timestamptz not null,
  last timestamptz not null check (last >= first),
  contacts integer not null check (contacts > 0),
  due timestamptz not null,
  made timestamptz not null,
  made_by text not null,
  handed timestamptz,
  handed_by text,
  reference text,
  check ((handed is null) = (handed_by is null)),
  check ((handed is null) = (reference is null))
);
create index report_newest on contact.report (agreement, made desc);
create index report_owed on contact.report (agreement, institution) where handed is null;

-- Every contact: an envelope that crossed, by its number in the exchange, or what an officer recorded.
create table contact.entry (
  id bigint generated always as identity primary key,
  agreement text not null,
  institution text not null,
  counterpart text not null,
  kind text not null check (kind in ('MEETING', 'EXCHANGE', 'CALL', 'MESSAGE')),
  at timestamptz not null,
  due timestamptz not null,
  own boolean,
  sequence bigint check (sequence > 0),
  subject text not null default '',
  leave text not null default '',
  recorded timestamptz not null,
  recorded_by text not null,
  struck timestamptz,
  struck_by text,
  struck_why text,
  report text references contact.report,
  unique (agreement, own, sequence),
  check ((own is null) = (sequence is null)),
  check (sequence is null or kind = 'EXCHANGE'),
  check ((struck is null) = (struck_by is null)),
  check ((struck is null) = (struck_why is null)),
  check (struck is null or (report is null and sequence is null))
);
create index entry_owed on contact.entry (agreement, institution, at) where report is null and struck is null;
create index entry_reported on contact.entry (report) where report is not null;
create index entry_recorded on contact.entry (agreement, institution, at) where sequence is null;

-- What was told of a term, so that it is told once.
create table contact.told (
  agreement text not null,
  institution text not null,
  due timestamptz not null,
  moment timestamptz not null,
  primary key (agreement, institution, due, moment)
);
