-- An absence ends by itself. Without a deputy nobody has what the absent officer has.
create table access.absence (
  id uuid primary key,
  officer text not null references access.officer,
  deputy text references access.officer,
  starts timestamptz not null,
  ends timestamptz not null,
  declared_by text not null references access.officer,
  check (starts < ends),
  check (deputy is distinct from officer)
);
create index absence_by_end on access.absence (ends);
