create schema access;

create table access.officer (
    id text primary key,
    institution text not null,
    name text not null,
    roles text[] not null,
    enrolled timestamptz not null
);

create table access.sign_in_link (
    code_hash bytea primary key,
    officer text not null references access.officer,
    issued_by text not null,
    expires timestamptz not null,
    used timestamptz
);

create table access.session (
    token_hash bytea primary key,
    officer text not null references access.officer,
    started timestamptz not null,
    expires timestamptz not null
);

create table access.mandate (
    id uuid primary key,
    officer text not null references access.officer,
    classes text[] not null,
    reason text not null,
    granted_by text not null references access.officer,
    valid_from timestamptz not null,
    valid_until timestamptz not null
);

create index mandate_by_officer on access.mandate (officer, valid_until);
