create schema find;

-- Tag sets this node published.
create table find.own_set (
    set_id bytea primary key check (octet_length(set_id) = 16),
    agreement text not null,
    key_type text not null,
    purpose text not null,
    epoch integer not null check (epoch >= 0),
    public_key bytea not null check (octet_length(public_key) = 32),
    sha256 bytea not null check (octet_length(sha256) = 32),
    entry_count integer not null,
    -- How many tags are real: known here only.
    tag_count integer not null check (tag_count between 0 and entry_count),
    published timestamptz not null,
    -- The peer has it whole and signed for its public key; before that nothing is evaluated under it.
    accepted timestamptz,
    -- The moment the next epoch was accepted.
    superseded timestamptz,
    destroyed timestamptz,
    unique (agreement, key_type, purpose, epoch)
);

-- Tag sets the peer announced. A row is the one public key this node signs for.
create table find.peer_set (
    set_id bytea primary key check (octet_length(set_id) = 16),
    agreement text not null,
    key_type text not null,
    purpose text not null,
    epoch integer not null check (epoch >= 0),
    public_key bytea not null check (octet_length(public_key) = 32),
    sha256 bytea not null check (octet_length(sha256) = 32),
    entry_count integer not null,
    announcement text not null,
    from_institution text not null,
    to_institution text not null,
    announced timestamptz not null,
    accepted timestamptz,
    -- The envelope that carries our acceptance; asking waits for its receipt.
    acceptance text,
    -- Why the set was refused; final.
    refused text,
    next_number bigint not null default 1 check (next_number >= 1),
    unique (agreement, key_type, purpose, epoch),
    check (accepted is null or refused is null),
    check ((accepted is null) = (acceptance is null))
);

-- Batches of the peer: counted before they are evaluated, and answered once.
create table find.evaluation (
    set_id bytea not null references find.own_set (set_id),
    number bigint not null check (number >= 1),
    request_hash bytea not null check (octet_length(request_hash) = 32),
    institution text not null,
    basis_instrument text not null,
    basis_article text not null,
    element_count integer not null check (element_count between 1 and 65535),
    received timestamptz not null,
    -- Null between the reservation and the answer; erased with the key.
    answer bytea,
    primary key (set_id, number)
);

create index evaluation_received on find.evaluation (received);

-- Elements evaluated or reserved for the peer on a day of this party's calendar, padding included.
create table find.quota_day (
    agreement text not null,
    key_type text not null,
    purpose text not null,
    day date not null,
    used_count integer not null check (used_count >= 0),
    primary key (agreement, key_type, purpose, day)
);

-- Own queries.
create table find.query (
    id bytea primary key check (octet_length(id) = 16),
    agreement text not null,
    officer text not null,
    institution text not null,
    case_number text not null,
    purpose text not null,
    basis_instrument text not null,
    basis_article text not null,
    key_type text not null,
    set_id bytea not null references find.peer_set (set_id),
    number bigint not null check (number >= 1),
    asked timestamptz not null,
    padded_count integer not null,
    -- Opens the commitment to the inputs, for an auditor who draws a sample.
    salt bytea not null check (octet_length(salt) = 32),
    input_root bytea not null check (octet_length(input_root) = 32),
    -- Null while no answer was settled.
    settled timestamptz,
    -- Why the peer refused, a code.
    refusal text,
    unique (set_id, number)
);

create index query_officer on find.query (officer, asked);

create table find.query_value (
    query bytea not null references find.query (id),
    position integer not null check (position >= 0),
    value text not null,
    primary key (query, position)
);

create table find.hit (
    query bytea not null,
    position integer not null,
    slot integer not null check (slot between 0 and 3),
    handle bytea not null check (octet_length(handle) = 16),
    status integer not null,
    kind integer not null,
    primary key (query, position, slot),
    foreign key (query, position) references find.query_value (query, position)
);
