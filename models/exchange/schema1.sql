-- SPDX-FileCopyrightText: 2026 The Packwarden authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1 of an exchange. `packwardenctl exchange init` runs it, in one transaction. docs/exchange.md explains it.
--
-- Nothing in here is trusted by those who read it: what is signed proves itself. So the database only has to keep what
-- it was given: rows are added and never changed, each under the SHA-256 of its bytes, and to give the same row again
-- changes nothing.

create schema packwarden;

create table packwarden.exchange (
    only_row boolean primary key default true check (only_row),
    version integer not null,
    id uuid not null default gen_random_uuid() -- of this database: a restored copy is another one
);
insert into packwarden.exchange (version) values (1);

-- Which company a login belongs to.
create table packwarden.members (
    member name primary key,
    party text not null check (party ~ '^[a-z0-9][a-z0-9.-]{0,62}$')
);

-- The party of whoever is connected; null for those who are no member.
create function packwarden.party() returns text
    language sql stable security definer set search_path = pg_catalog
    as 'select party from packwarden.members where member = session_user';

-- A document without its signatures: a COSE_Sign whose list of signatures is empty.
create table packwarden.documents (
    id bytea primary key check (octet_length(id) = 32),
    document bytea not null check (octet_length(document) between 1 and 131072 and sha256(document) = id),
    audience text[] check (cardinality(audience) <= 64), -- parties that may see it; null: every member
    publisher text not null default packwarden.party(),
    published timestamptz not null default now(),
    moment xid8 not null default pg_current_xact_id() -- for "what is new since": order of commits, not of numbers
);
create index documents_moment on packwarden.documents (moment);

-- What belongs to a document: each signature, withdrawal, rejection, receipt, statement, list and attachment a row.
create table packwarden.parts (
    document bytea not null references packwarden.documents (id),
    kind text not null check (kind in ('signature', 'withdrawal', 'rejection', 'receipt', 'statement', 'list', 'attachment')),
    name text not null default '' check (octet_length(name) <= 255 and (kind = 'attachment') = (name <> '')),
    id bytea not null check (octet_length(id) = 32),
    content bytea not null check (octet_length(content) between 1
        and case kind when 'attachment' then 16777216 when 'list' then 1048576 else 131072 end and sha256(content) = id),
    publisher text not null default packwarden.party(),
    published timestamptz not null default now(),
    moment xid8 not null default pg_current_xact_id(),
    primary key (document, kind, name, id)
);
create index parts_moment on packwarden.parts (moment);

-- Revocation lists that go with no document.
create table packwarden.lists (
    id bytea primary key check (octet_length(id) = 32),
    content bytea not null check (octet_length(content) between 1 and 1048576 and sha256(content) = id),
    publisher text not null default packwarden.party(),
    published timestamptz not null default now(),
    moment xid8 not null default pg_current_xact_id()
);
create index lists_moment on packwarden.lists (moment);

-- The newest word of each pack, as each party heard it. A party changes its own row alone, so one that lies spoils no
-- other's; who reads takes the newest of those that verify.
create table packwarden.packs (
    serial text not null check (serial ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,31}$'),
    publisher text not null default packwarden.party(),
    statement bytea not null check (octet_length(statement) between 1 and 131072),
    counter bigint not null check (counter >= 0), -- the pack's own, as the statement says
    seen timestamptz not null default now(),
    moment xid8 not null default pg_current_xact_id(),
    primary key (serial, publisher)
) partition by hash (serial);
create index packs_moment on packwarden.packs (moment);
create index packs_seen on packwarden.packs (publisher, seen);
do $$
begin
    for part in 0..15 loop
        execute format('create table packwarden.packs_%s partition of packwarden.packs for values with (modulus 16, remainder %s)', part, part);
    end loop;
end $$;

-- Who is bringing a document to a pack now. It saves time on the bus; the pack itself makes a second delivery harmless.
create table packwarden.leases (
    serial text not null check (serial ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,31}$'),
    document bytea not null check (octet_length(document) = 32),
    holder text not null check (octet_length(holder) between 1 and 128),
    publisher text not null default packwarden.party(),
    until timestamptz not null,
    primary key (serial, document)
);

-- Takes or renews a lease, for at most ten minutes. False: another holds it.
create function packwarden.take_lease(the_serial text, the_document bytea, the_holder text, seconds integer) returns boolean
    language plpgsql security definer set search_path = pg_catalog
    as $$
declare
    mine text := packwarden.party();
    taken boolean;
begin
    if mine is null then
        raise exception 'no member of this exchange' using errcode = '42501';
    end if;
    insert into packwarden.leases as held (serial, document, holder, publisher, until)
        values (the_serial, the_document, the_holder, mine, clock_timestamp() + make_interval(secs => least(greatest(seconds, 1), 600)))
        on conflict (serial, document) do update set holder = excluded.holder, publisher = excluded.publisher, until = excluded.until
            where held.until < clock_timestamp() or (held.holder = excluded.holder and held.publisher = excluded.publisher)
        returning true into taken;
    return coalesce(taken, false);
end $$;

create function packwarden.drop_lease(the_serial text, the_document bytea, the_holder text) returns void
    language sql security definer set search_path = pg_catalog
    as 'delete from packwarden.leases where serial = the_serial and document = the_document and holder = the_holder
            and publisher = packwarden.party()';

-- Whoever listens is told that there is something, not what.
create function packwarden.tell() returns trigger
    language plpgsql
    as $$
begin
    perform pg_notify('packwarden', tg_table_name);
    return null;
end $$;
create trigger tell after insert on packwarden.documents for each statement execute function packwarden.tell();
create trigger tell after insert on packwarden.parts for each statement execute function packwarden.tell();
create trigger tell after insert on packwarden.lists for each statement execute function packwarden.tell();
create trigger tell after insert or update on packwarden.packs for each statement execute function packwarden.tell();

-- Members add and read. Only the columns that they may fill are theirs; the others have their defaults.
do $$
begin
    if not exists (select from pg_roles where rolname = 'packwarden_member') then
        create role packwarden_member nologin;
    end if;
end $$;
grant usage on schema packwarden to packwarden_member;
grant select on packwarden.exchange, packwarden.members, packwarden.documents, packwarden.parts, packwarden.lists, packwarden.packs
    to packwarden_member;
grant insert (id, document, audience) on packwarden.documents to packwarden_member;
grant insert (document, kind, name, id, content) on packwarden.parts to packwarden_member;
grant insert (id, content) on packwarden.lists to packwarden_member;
grant insert (serial, statement, counter) on packwarden.packs to packwarden_member;
grant update (statement, counter, seen, moment) on packwarden.packs to packwarden_member;
revoke execute on all functions in schema packwarden from public;
grant execute on function packwarden.party(), packwarden.take_lease(text, bytea, text, integer),
    packwarden.drop_lease(text, bytea, text), packwarden.tell() to packwarden_member;

alter table packwarden.documents enable row level security;
create policy seen on packwarden.documents for select to packwarden_member
    using (audience is null or publisher = (select packwarden.party()) or (select packwarden.party()) = any (audience));
create policy added on packwarden.documents for insert to packwarden_member with check (publisher = packwarden.party());
alter table packwarden.parts enable row level security;
create policy seen on packwarden.parts for select to packwarden_member
    using (exists (select from packwarden.documents as whole where whole.id = parts.document));
create policy added on packwarden.parts for insert to packwarden_member
    with check (publisher = packwarden.party() and exists (select from packwarden.documents as whole where whole.id = parts.document));
alter table packwarden.lists enable row level security;
create policy seen on packwarden.lists for select to packwarden_member using (true);
create policy added on packwarden.lists for insert to packwarden_member with check (publisher = packwarden.party());
alter table packwarden.packs enable row level security;
create policy seen on packwarden.packs for select to packwarden_member using (true);
create policy added on packwarden.packs for insert to packwarden_member with check (publisher = packwarden.party());
create policy renewed on packwarden.packs for update to packwarden_member
    using (publisher = packwarden.party()) with check (publisher = packwarden.party());
