-- No-surprise notices: that a request or a measure concerns a high official of the other party, told to a named authority
-- of it, or delayed or not sent with a recorded reason. The other side has only what was sent.
create table ask.forewarning (
  forewarning text primary key check (forewarning ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  side text not null check (side in ('OUT', 'IN')),
  state text not null
    check (state in ('WITH_REQUEST', 'DELAYED', 'SENT', 'NOT_DELIVERED', 'NOT_SENT', 'RECEIVED')),
  from_institution text not null,
  to_institution text not null,
  content text not null,
  basis text not null,
  article text not null,
  purpose text not null,
  demonstration boolean not null,
  -- The request whose number the sender shows there.
  shown text,
  written_at timestamptz not null,
  -- The request that it is about, which only the sending side keeps.
  about text references ask.request,
  case_number text,
  by text not null,
  -- What waits is told again from `alarm` on; `due` is the day by which it was to be decided.
  due timestamptz,
  alarm timestamptz,
  envelope text unique check (envelope ~ '^[0-9a-f]{32}$'),
  sent_at timestamptz,
  settled boolean not null default false,
  read_by text,
  read_at timestamptz,
  ordinal bigint generated always as identity,
  check ((state in ('WITH_REQUEST', 'DELAYED', 'NOT_DELIVERED')) = (due is not null)),
  check ((due is null) = (alarm is null)),
  check (state <> 'WITH_REQUEST' or about is not null),
  check (side = 'OUT' or (about is null and case_number is null)),
  check ((read_by is null) = (read_at is null))
);
create index forewarning_due on ask.forewarning (alarm) where alarm is not null;
create index forewarning_on_its_way on ask.forewarning (forewarning) where state = 'SENT' and not settled;
create index forewarning_by_request on ask.forewarning (about) where about is not null;

-- What was decided about it, by whom and why.
create table ask.forewarning_step (
  forewarning text not null references ask.forewarning,
  at timestamptz not null,
  step text not null,
  by text not null,
  reason text not null,
  due timestamptz,
  ordinal bigint generated always as identity,
  primary key (forewarning, ordinal)
);
