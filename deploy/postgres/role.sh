#!/bin/sh
# Run once, by the container of PostgreSQL on its empty volume: the role that owns the house is no superuser, for no rule of
# rows binds one.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role beffroi login createrole password :'password';
create database beffroi owner beffroi encoding 'UTF8' template template0;
SQL
