-- The institution of the asked side that has the request: the one it was sent to, until a transfer.
alter table ask.request add authority text;
update ask.request set authority = document::json ->> 'to';
alter table ask.request alter authority set not null;
