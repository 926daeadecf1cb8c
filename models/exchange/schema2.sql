-- SPDX-FileCopyrightText: 2026 The Packwarden authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 2 of an exchange: what `packwardenctl exchange init` adds to version 1.
--
-- A document may have a receipt of each pack of a large fleet. So receipts are rows by document and pack, and a desk
-- reads those of the packs that it asks for. Each party has one row for a document and a pack: one that floods the
-- table takes no place of another's, and a desk reads a few rows for a pack whoever adds them. Receipts that version 1
-- kept among the parts stay there, and are read from there.

create table packwarden.receipts (
    document bytea not null references packwarden.documents (id),
    serial text not null check (serial ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,31}$'),
    publisher text not null default packwarden.party(),
    content bytea not null check (octet_length(content) between 1 and 131072),
    published timestamptz not null default now(),
    moment xid8 not null default pg_current_xact_id(),
    primary key (document, serial, publisher)
) partition by hash (serial);
create index receipts_moment on packwarden.receipts (moment, document, serial);
do $$
begin
    for part in 0..15 loop
        execute format('create table packwarden.receipts_%s partition of packwarden.receipts for values with (modulus 16, remainder %s)', part, part);
    end loop;
end $$;
create trigger tell after insert on packwarden.receipts for each statement execute function packwarden.tell();

grant select on packwarden.receipts to packwarden_member;
grant insert (document, serial, content) on packwarden.receipts to packwarden_member;
alter table packwarden.receipts enable row level security;
create policy seen on packwarden.receipts for select to packwarden_member
    using (exists (select from packwarden.documents as whole where whole.id = receipts.document));
create policy added on packwarden.receipts for insert to packwarden_member
    with check (publisher = packwarden.party() and exists (select from packwarden.documents as whole where whole.id = receipts.document));

-- The news of packs are read a page at a time, in this order.
drop index if exists packwarden.packs_moment;
create index packs_moment on packwarden.packs (moment, serial);

update packwarden.exchange set version = 2;
