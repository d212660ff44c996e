create schema exchange;

-- One row per agreement and direction: its counter, whose row lock is the order of the queue. Two rows, because an
-- arrival holds its counter before it reaches a verb's rows and an officer's act takes the outgoing one after them: on
-- one row the two would wait for each other.
create table exchange.link (
    agreement text not null,
    direction text not null check (direction in ('out', 'in')),
    next_sequence bigint not null default 1 check (next_sequence >= 1),
    primary key (agreement, direction)
);

create table exchange.outbox (
    id bytea primary key check (octet_length(id) = 16),
    agreement text not null,
    sequence bigint not null check (sequence >= 1),
    note bytea not null,
    ciphertext bytea not null,
    leaf bytea not null check (octet_length(leaf) = 16),
    expires timestamptz not null,
    tries integer not null default 0 check (tries >= 0),
    trouble text,
    receipt bytea,
    refusal text,
    settled timestamptz,
    unique (agreement, sequence),
    check ((receipt is null) = (settled is null))
);

create index outbox_open on exchange.outbox (agreement, sequence) where receipt is null;

create table exchange.inbox (
    agreement text not null,
    id bytea not null check (octet_length(id) = 16),
    sequence bigint not null check (sequence >= 1),
    hash bytea not null check (octet_length(hash) = 32),
    note bytea not null,
    -- Null once destroyed: the hash in the note stays.
    ciphertext bytea,
    leaf bytea not null check (octet_length(leaf) = 16),
    receipt bytea not null,
    refusal text,
    received timestamptz not null,
    primary key (agreement, id),
    unique (agreement, sequence)
);

create table exchange.pin (
    number bigint generated always as identity primary key,
    agreement text not null,
    file bytea not null,
    fingerprint text not null,
    proposed_by text not null,
    proposed timestamptz not null,
    confirmed_by text,
    confirmed timestamptz,
    -- Set when a later pin takes its place or a later proposal displaces an unconfirmed one. Old pins are kept: they
    -- verify old envelopes and receipts.
    ended timestamptz,
    check ((confirmed_by is null) = (confirmed is null)),
    check (confirmed_by is null or confirmed_by <> proposed_by)
);

create unique index pin_in_force on exchange.pin (agreement) where confirmed is not null and ended is null;
create unique index pin_proposed on exchange.pin (agreement) where confirmed is null and ended is null;
