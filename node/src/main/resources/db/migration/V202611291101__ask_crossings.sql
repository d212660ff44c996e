-- What a request is about and which institution is on the other side, as its document says, to be found by.
alter table ask.request add type text
  generated always as (document::jsonb ->> 'type') stored;
alter table ask.request add counterpart text
  generated always as (case side when 'IN' then document::jsonb ->> 'from' else document::jsonb ->> 'to' end) stored;
alter table ask.request add exercise boolean
  generated always as ((document::jsonb ->> 'demonstration') = 'true') stored;
create index request_by_type on ask.request (side, type);

-- The words of both sides about requests, with the number and the moment of their signed envelopes: what figures of
-- cooperation are computed from. A word that arrived and was refused is not here; an own one that the other side
-- refused is known by its receipt.
create table ask.crossing (
  envelope text primary key check (envelope ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  number text not null references ask.request,
  kind text not null,
  own boolean not null,
  sequence bigint not null check (sequence > 0),
  created timestamptz not null,
  ground text,
  instrument text,
  article text,
  check ((ground is not null) = (kind = 'REFUSAL')),
  check ((ground is null) = (instrument is null)),
  check ((ground is null) = (article is null))
);
create index crossing_by_request on ask.crossing (number);
create index crossing_asked on ask.crossing (agreement, created) where kind = 'REQUEST';
create index crossing_ended on ask.crossing (agreement, number)
  where kind in ('ANSWER', 'CONCLUSION', 'REFUSAL', 'WITHDRAWAL');

-- Figures that were sent to the other side and that arrived from it, as they crossed, canonical JSON.
create table ask.figures (
  envelope text primary key check (envelope ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  own boolean not null,
  first date not null,
  last date not null check (last >= first),
  document text not null,
  at timestamptz not null
);
create index figures_newest on ask.figures (agreement, own, first, last, at desc);
