-- Releases of this party (sent) and of the other (received). Terms are canonical JSON; hashes are SHA-256 in hex.
create schema release;

create table release.sent (
  release text primary key check (release ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  terms text not null,
  terms_hash text not null check (terms_hash ~ '^[0-9a-f]{64}$'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  case_pseudonym text not null,
  envelope text not null unique,
  officer text not null,
  sealed_at timestamptz not null,
  acknowledged_at timestamptz,
  opened_at timestamptz,
  opened_purpose text,
  recall_reason text,
  recall_ordered_at timestamptz,
  destroyed_at timestamptz,
  destroyed_cause text check (destroyed_cause in ('EXPIRED', 'RECALLED')),
  check ((recall_reason is null) = (recall_ordered_at is null)),
  check ((destroyed_at is null) = (destroyed_cause is null))
);
create index sent_newest on release.sent (sealed_at desc);
create index sent_in_reply on release.sent ((terms::json ->> 'inReplyTo'));

-- What was given: the id of an own statement, or the words an officer composed.
create table release.sent_item (
  release text not null references release.sent,
  position integer not null,
  statement text,
  property text not null,
  composed_value text,
  primary key (release, position),
  check ((statement is null) <> (composed_value is null))
);

create table release.received (
  release text primary key check (release ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  terms text not null,
  terms_hash text not null check (terms_hash ~ '^[0-9a-f]{64}$'),
  case_pseudonym text not null,
  envelope text not null unique,
  -- AES-256-GCM under the content key; the content key wrapped under a key outside this database.
  content bytea,
  wrapped_key bytea,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  arrived_at timestamptz not null,
  expires_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  opened_at timestamptz,
  destroyed_at timestamptz,
  destroyed_cause text check (destroyed_cause in ('EXPIRED', 'RECALLED')),
  recall_reason text,
  -- When the wrapping key was destroyed and the receipt to the owner was queued.
  attested_at timestamptz,
  check ((content is null) = (destroyed_at is not null)),
  check ((wrapped_key is null) = (destroyed_at is not null)),
  check ((destroyed_at is null) = (destroyed_cause is null)),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check (opened_at is null or acknowledged_at is not null),
  check (attested_at is null or destroyed_at is not null)
);
create index received_newest on release.received (arrived_at desc);
create index received_to_expire on release.received (expires_at) where destroyed_at is null;
create index received_to_attest on release.received (destroyed_at) where destroyed_at is not null and attested_at is null;

-- Every opening and every refused opening of a received release.
create table release.opening (
  id bigint generated always as identity primary key,
  release text not null references release.received,
  officer text not null,
  purpose text not null,
  case_number text not null,
  at timestamptz not null,
  refusal text
);
create index opening_by_release on release.opening (release, id);
