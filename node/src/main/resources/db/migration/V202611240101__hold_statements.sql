-- What this party holds. A subject is one thing or person as one source knows it; a facet is one of its identities; a
-- statement is one thing the source says. Ids are hashes of what they name, so that the same row read twice is the same.
create schema hold;

create table hold.source (
    id smallint generated always as identity primary key,
    key text not null unique,
    invented boolean not null
);

create table hold.import (
    id uuid primary key,
    profile text not null,
    profile_version integer not null,
    files_sha256 bytea not null,
    as_of date not null,
    corrected_rows_only boolean not null,
    officer text not null,
    started timestamptz not null,
    ended timestamptz,
    state text not null check (state in ('running', 'done', 'failed')),
    failure text,
    row_count bigint not null default 0,
    taken_count bigint not null default 0,
    unchanged_count bigint not null default 0,
    rejected_count bigint not null default 0,
    orphan_count bigint not null default 0,
    noted_count bigint not null default 0,
    withdrawn_count bigint not null default 0,
    -- Subjects whose chunk is committed: where an interrupted import goes on.
    committed_count bigint not null default 0
);

create table hold.finding (
    import uuid not null references hold.import on delete cascade,
    ordinal integer not null,
    part text not null,
    row_number integer not null,
    column_name text not null,
    value text not null,
    reason text not null,
    primary key (import, ordinal)
);

-- On what ground, under which codes and until when: few rows, many statements.
create table hold.terms (
    id integer generated always as identity primary key,
    instrument text not null,
    article text not null,
    handling text[] not null,
    evaluation text not null,
    retain_until date not null,
    person_class text not null,
    unique (instrument, article, handling, evaluation, retain_until, person_class)
);

create table hold.subject (
    id uuid primary key,
    source smallint not null references hold.source,
    locator text not null,
    kind text not null,
    person_class text not null,
    status text not null,
    status_date date not null,
    name text not null,
    -- The newest edition of the source that has it.
    as_of date not null,
    import uuid not null references hold.import
);
create index subject_locator on hold.subject (source, locator);
create index subject_name on hold.subject (source, name);

create table hold.facet (
    id uuid primary key,
    subject uuid not null references hold.subject on delete cascade,
    key text not null,
    kind text not null
);
create index facet_subject on hold.facet (subject);

create table hold.statement (
    id uuid primary key,
    subject uuid not null references hold.subject on delete cascade,
    facet uuid not null references hold.facet on delete cascade,
    ordinal integer not null,
    property text not null,
    value text not null,
    -- Identifiers only; the type only where the shape stands.
    key_type text,
    key_value text,
    date_value text,
    -- Names only: phonetic codes of normaliser version 1.
    name_codes text[],
    row_number integer not null,
    as_of date not null,
    recorded timestamptz not null,
    terms integer not null references hold.terms,
    import uuid not null references hold.import,
    -- No longer in the newest edition of its source.
    withdrawn timestamptz
);
create index statement_subject on hold.statement (subject);
create index statement_key on hold.statement (key_value text_pattern_ops) where key_value is not null;
create index statement_key_type on hold.statement (key_type, key_value) where key_type is not null;
create index statement_name on hold.statement using gin (name_codes) where name_codes is not null;

create table hold.link (
    id uuid primary key,
    subject uuid not null references hold.subject on delete cascade,
    kind text not null,
    target uuid references hold.subject on delete cascade,
    target_locator text,
    target_name text not null,
    as_of date not null,
    terms integer not null references hold.terms,
    import uuid not null references hold.import,
    withdrawn timestamptz
);
create index link_subject on hold.link (subject);
create index link_target on hold.link (target);

-- What a label of FIND carries instead of a name: random, one for each value of a set, meaningless to anyone else.
create table hold.handle (
    handle bytea primary key,
    agreement text not null,
    set_id bytea not null,
    subject uuid not null references hold.subject on delete cascade,
    key_type text not null,
    key_value text not null,
    status text not null,
    minted timestamptz not null
);
create index handle_set on hold.handle (agreement, set_id);
