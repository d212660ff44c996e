-- A proof follows a request to its answer: what a header says of it, beside the header.
alter table exchange.outbox add column type text, add column in_reply_to bytea;
alter table exchange.inbox add column type text, add column in_reply_to bytea;

update exchange.outbox set
    type = split_part(convert_from(note, 'UTF8'), e'\n', 1)::jsonb #>> '{header,type}',
    in_reply_to = decode(split_part(convert_from(note, 'UTF8'), e'\n', 1)::jsonb #>> '{header,inReplyTo}', 'hex');
update exchange.inbox set
    type = split_part(convert_from(note, 'UTF8'), e'\n', 1)::jsonb #>> '{header,type}',
    in_reply_to = decode(split_part(convert_from(note, 'UTF8'), e'\n', 1)::jsonb #>> '{header,inReplyTo}', 'hex');

alter table exchange.outbox alter column type set not null;
alter table exchange.inbox alter column type set not null;

create index outbox_replies on exchange.outbox (agreement, in_reply_to, type) where in_reply_to is not null;
create index inbox_replies on exchange.inbox (agreement, in_reply_to, type) where in_reply_to is not null;

-- Entries of the peer's log, verified before they came here and again at each use. Losing them costs a question.
create table exchange.peer_entry (
    agreement text not null,
    envelope bytea not null check (octet_length(envelope) = 16),
    -- As the peer's log has it.
    direction text not null check (direction in ('sent', 'received')),
    leaf bytea not null,
    proof bytea not null,
    primary key (agreement, envelope, direction)
);
