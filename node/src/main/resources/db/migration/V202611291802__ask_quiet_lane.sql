-- Quiet lane: a request that only named officers of each side know of. The mark is in the document, so both sides have it.
alter table ask.request add quiet boolean not null
  generated always as (coalesce((document::jsonb ->> 'quiet') = 'true', false)) stored;
-- The officers of this side who know, as the policy asks for them; who named them and when stands beside.
alter table ask.request add knows text[] not null default '{}' check (cardinality(knows) <= 10);

create table ask.knower (
  number text not null references ask.request,
  officer text not null,
  named_by text not null,
  at timestamptz not null,
  primary key (number, officer)
);
