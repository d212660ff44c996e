-- Who has a request on this side. It never crosses: the other node knows nothing of it.
alter table ask.request add column assignee text;
create index request_by_assignee on ask.request (assignee) where assignee is not null;

-- Whom the officer of this line stood in for.
alter table ask.history add column acting_for text;

-- Filters that an officer keeps for themself, as they stand in an address.
create table ask.saved_filter (
  officer text not null,
  name text not null check (length(name) between 1 and 60),
  query text not null,
  created timestamptz not null,
  primary key (officer, name)
);
