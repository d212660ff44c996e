-- The institution of the asked side that has the request: the one it was sent to, until a transfer.
alter table ask.request add authority text;
update ask.request set authority = document::json ->> 'to';
alter table ask.request alter authority set not null;

-- For who asked, the other side is who has it now.
alter table ask.request drop counterpart;
alter table ask.request add counterpart text
  generated always as (case side when 'IN' then document::jsonb ->> 'from' else authority end) stored;

-- A refusal that is kept says which part it is of: none, the whole.
update ask.request set refusal = replace(refusal, ',"reasons":{', ',"part":"","reasons":{') where refusal is not null;
