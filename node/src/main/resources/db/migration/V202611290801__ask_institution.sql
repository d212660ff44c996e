-- This side's institution of a request: its officers, and those of the central authority, know of it.
alter table ask.request add institution text;
update ask.request set institution = case side when 'IN' then document::json ->> 'to' else document::json ->> 'from' end;
alter table ask.request alter institution set not null;

-- Own requests whose delivery is not known yet.
drop index ask.request_sent;
create index request_sent on ask.request (number) where state = 'SENT' and alarm is null;

-- Every open request that has crossed comes up again.
update ask.request set alarm = now() + interval '30 days'
where alarm is null
  and (state in ('RECEIVED', 'BASIS_CHECKED', 'IN_EXECUTION', 'INFORMATION_AWAITED', 'INFORMATION_WANTED', 'POSTPONED')
    or (state = 'SENT' and clock is not null));

-- Own words about a request, until it is known that they arrived.
create table ask.word (
  envelope text primary key check (envelope ~ '^[0-9a-f]{32}$'),
  number text not null references ask.request,
  event text not null
);
