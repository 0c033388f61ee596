-- Who works in each authority. bench.authority holds, for each, how much of everything it has.
create function bench.chance(of bigint, salt bigint) returns float8
  language sql immutable parallel safe
  return (hashint8extended(of, salt) & 16777215) / 16777216.0::float8;

create function bench.pick(words text[], chance float8) returns text
  language sql immutable parallel safe
  return words[1 + floor(chance * cardinality(words))::int];

create unlogged table bench.service as
select a.tenant_id, n, uuidv7() as id,
  (array['Secrétariat', 'Finances', 'Travaux', 'Urbanisme', 'Personnel', 'Enseignement', 'Population',
    'État civil', 'Marchés publics', 'Environnement', 'Mobilité', 'Culture', 'Sports', 'Jeunesse',
    'Logement', 'Cimetières', 'Informatique', 'Communication', 'Patrimoine', 'Tourisme', 'Énergie',
    'Juridique', 'Prévention', 'Espaces verts'])[1 + (n - 1) % 24]
  || case when n > 24 then ', cellule ' || 1 + (n - 1) / 24 else '' end as name
from bench.authority a, generate_series(1, a.services) n;

insert into commons.service (tenant_id, id, name, position)
select tenant_id, id, name, n from bench.service;

-- One person in turn is placed in each service, then the large ones fill. The first of a service is
-- its head; the first person of the authority is its director general, the next its secretariat.
create unlogged table bench.person as
select a.tenant_id, a.number * 10000 + n as seed, n, uuidv7() as id, n <= a.agents as agent,
  case when n <= a.services then n
    when n <= a.agents
    then 1 + floor(a.services * bench.chance(a.number * 10000 + n, 1) ^ 1.5)::int end as service,
  case when n = 1 then 'director_general'
    when n <= 1 + a.secretaries then 'secretariat'
    when n = a.agents + 1 then 'mayor'
    when n > a.agents then 'councillor' end as role
from bench.authority a, generate_series(1, a.agents + a.seats) n;

insert into commons.person (tenant_id, id, civility, first_name, last_name)
select tenant_id, id, case when n % 2 = 0 then 'mr' else 'mrs' end,
  bench.pick(array['Alix', 'Camille', 'Dany', 'Lou', 'Maxime', 'Noa', 'Sacha', 'Yaël'],
    bench.chance(seed, 2)),
  bench.pick(array['Bel', 'Char', 'Del', 'Fon', 'Gri', 'Lam', 'Mar', 'Ter'], bench.chance(seed, 3))
  || bench.pick(array['a', 'e', 'i', 'o', 'ou', 'ai'], bench.chance(seed, 4))
  || bench.pick(array['ban', 'court', 'mont', 'nelle', 'rieux', 'val', 'ville', 'zée'],
    bench.chance(seed, 5))
from bench.person;

insert into commons.role_grant (tenant_id, person_id, role)
select tenant_id, id, unnest(array_remove(array[case when agent then 'agent' end, role], null))
from bench.person;

create unlogged table bench.member as
select p.tenant_id, p.service, s.id as service_id, p.id as person_id,
  row_number() over colleagues as n, count(*) over (partition by p.tenant_id, p.service) as of,
  case when row_number() over colleagues = 1 then 'head'
    when bench.chance(p.seed, 6) < 0.7 then 'editor' else 'observer' end as function
from bench.person p join bench.service s on s.tenant_id = p.tenant_id and s.n = p.service
window colleagues as (partition by p.tenant_id, p.service order by p.n);

insert into commons.membership (tenant_id, service_id, person_id, function)
select tenant_id, service_id, person_id, function from bench.member;

-- The council is of everybody elected, the college of the first six; the director general keeps
-- the minutes of both.
insert into commons.seat
  (tenant_id, organ_id, person_id, part, title, position, valid_from)
select p.tenant_id, o.id, p.id,
  case p.role when 'mayor' then 'president' when 'councillor' then 'member' else 'secretary' end,
  case p.role when 'mayor' then 'Bourgmestre' when 'councillor' then 'Membre'
    else 'Directeur général' end,
  p.n, '2012-12-03'
from bench.person p join bench.authority a using (tenant_id)
join commons.organ o using (tenant_id)
where p.role in ('mayor', 'councillor', 'director_general')
  and (p.role = 'director_general' or o.position = 1 or p.n <= a.agents + 6);

-- These accounts have no password: nobody signs in with one.
insert into kernel.account (tenant_id, id, login, name, password_hash, principals)
select p.tenant_id, p.id, 'person-' || p.n, first_name || ' ' || last_name, '-',
  array(select unnest(array_remove(array[
      case when p.agent then 'role:agent' end,
      'role:' || p.role,
      'service:' || m.service_id,
      'service:' || m.service_id || ':' || m.function,
      'user:' || p.id], null)
    || array(select 'organ:' || organ_id from commons.seat s
        where s.tenant_id = p.tenant_id and s.person_id = p.id)) order by 1)
from bench.person p join commons.person using (tenant_id, id)
left join bench.member m on m.tenant_id = p.tenant_id and m.person_id = p.id;
create index on bench.member (tenant_id, service, n);
analyze bench.service, bench.person, bench.member, commons.seat;
