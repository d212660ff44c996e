-- Attachments of the other side's requests, by the parcel that brings each: what is known of it here. It is COMPLETE
-- when the parcel came whole and its content is of the announced type.
create table ask.attachment (
  parcel text primary key check (parcel ~ '^[0-9a-f]{32}$'),
  number text not null references ask.request,
  state text not null check (state in ('AWAITED', 'COMPLETE', 'BROKEN', 'REFUSED', 'GIVEN_UP'))
);
create index attachment_by_request on ask.attachment (number);
create index attachment_awaited on ask.attachment (parcel) where state = 'AWAITED';
