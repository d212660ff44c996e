-- Operations proposed by this party and proposed to it. Proposal, consent, refusal, revocation and notice are canonical
-- JSON as they crossed; hashes are SHA-256 in hex.
create schema act;

create table act.operation (
  operation text primary key check (operation ~ '^[0-9a-f]{32}$'),
  agreement text not null,
  side text not null check (side in ('PROPOSER', 'HOST')),
  state text not null,
  proposal text not null,
  proposal_hash text not null check (proposal_hash ~ '^[0-9a-f]{64}$'),
  case_pseudonym text not null,
  -- Of the proposer only; the case number never crosses.
  case_number text,
  officer text,
  envelope text unique,
  created_at timestamptz not null,
  window_end timestamptz not null,
  consent text,
  condition_accepted_by text,
  condition_accepted_at timestamptz,
  armed_until timestamptz,
  refusal text,
  revocation text,
  notice text,
  check ((side = 'PROPOSER') = (case_number is not null)),
  check ((side = 'PROPOSER') = (officer is not null)),
  check ((state = 'ARMED') = (armed_until is not null)),
  check (armed_until is null or armed_until <= window_end),
  check ((condition_accepted_at is null) = (condition_accepted_by is null))
);
create index operation_newest on act.operation (created_at desc);
create index operation_to_end on act.operation (window_end) where state not in ('REFUSED', 'REVOKED', 'ENDED');

-- The host's officers under a consent: who they are stays here, their keyed hash crosses.
create table act.signer (
  operation text not null references act.operation,
  officer text not null,
  role text not null,
  signed_at timestamptz not null,
  primary key (operation, officer),
  unique (operation, role)
);

-- What happened to an operation on this node, in order.
create table act.step (
  id bigint generated always as identity primary key,
  operation text not null references act.operation,
  event text not null,
  state text not null,
  at timestamptz not null,
  by text not null
);
create index step_by_operation on act.step (operation, id);
