-- A firearm is often asked for by its serial alone; the key is maker and serial.
create index statement_serial on hold.statement (split_part(key_value, '/', 2) text_pattern_ops)
    where key_type = 'firearm';
