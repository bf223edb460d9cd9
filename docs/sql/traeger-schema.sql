-- Ausstattungskompass: Berichte vieler Schulen in PostgreSQL (ab Version 12).
--
-- 1. Einmal:          psql -v ON_ERROR_STOP=1 -f traeger-schema.sql
-- 2. Nach jedem Lauf: im Ordner mit den CSV-Dateien  psql -v ON_ERROR_STOP=1 -f traeger-laden.sql
--
-- Geldbeträge sind Euro brutto. Angaben, deren Genauigkeit schwankt (JJJJ, JJJJ-MM oder JJJJ-MM-TT), sind Text.
-- NULL heißt: nicht bekannt oder nicht berechenbar, nie 0.

CREATE SCHEMA ausstattungskompass;
SET search_path TO ausstattungskompass;

CREATE TABLE schools (
  school_id         text PRIMARY KEY,
  school_name       text NOT NULL,
  school_number     text,
  school_type       text,
  school_authority  text,
  school_year       text,
  pupils            integer,
  classes           integer,
  teachers          integer,
  bandwidth_mbit    numeric,
  counted_on        date,
  as_of             date NOT NULL,
  stage             integer NOT NULL,
  profile_id        text NOT NULL,
  profile_edition   text NOT NULL,
  target            integer NOT NULL,
  actual            integer NOT NULL,
  gap               integer NOT NULL,
  cost              numeric(14, 2) NOT NULL,
  standard_met      integer,
  standard_of       integer,
  file_name         text NOT NULL,
  written_at        timestamptz NOT NULL,
  app_version       text NOT NULL
);
COMMENT ON TABLE schools IS 'Eine Zeile je Schule, aus ihrem neuesten Bericht';
COMMENT ON COLUMN schools.school_id IS 'Dienststellennummer, ohne sie der Name; trägt eine zweite Schule dieselbe Nummer, mit dem Namen dahinter';
COMMENT ON COLUMN schools.as_of IS 'Stichtag des Vergleichs mit den Zielen';
COMMENT ON COLUMN schools.stage IS 'Ausbaustufe, mit der verglichen wurde';
COMMENT ON COLUMN schools.gap IS 'Fehlende Einheiten, Räume und Schule zusammen, nur Gewertetes';
COMMENT ON COLUMN schools.cost IS 'Kosten der Lücken zu Richtpreisen, geschätzt';
COMMENT ON COLUMN schools.standard_met IS 'Räume, die den Standard erfüllen, von standard_of';

CREATE TABLE grades (
  school_id  text NOT NULL REFERENCES schools,
  grade      integer NOT NULL,
  pupils     integer,
  classes    integer,
  PRIMARY KEY (school_id, grade)
);
COMMENT ON TABLE grades IS 'Schülerinnen, Schüler und Klassen je Jahrgangsstufe';

CREATE TABLE categories (
  school_id           text NOT NULL REFERENCES schools,
  category_id         text NOT NULL,
  category_name       text NOT NULL,
  kind                text NOT NULL,
  service_life_years  integer,
  guide_price         numeric(14, 2),
  movable             boolean NOT NULL,
  PRIMARY KEY (school_id, category_id)
);
COMMENT ON TABLE categories IS 'Gerätekategorien, wie das Profil der Schule sie führt';

CREATE TABLE requirements (
  school_id          text NOT NULL REFERENCES schools,
  requirement_id     text NOT NULL,
  requirement_name   text NOT NULL,
  requirement_group  text NOT NULL,
  category_id        text,
  school_wide        boolean NOT NULL,
  priority           text NOT NULL CHECK (priority IN ('must', 'should', 'could')),
  stage              integer NOT NULL,
  due_year           integer,
  origin             text NOT NULL,
  PRIMARY KEY (school_id, requirement_id)
);
COMMENT ON TABLE requirements IS 'Ausstattungsziele, wie das Profil der Schule sie führt';
COMMENT ON COLUMN requirements.category_id IS 'Bevorzugte Kategorie: was gekauft würde';
COMMENT ON COLUMN requirements.priority IS 'must = Pflicht, should = Empfehlung, could = Wunsch';

CREATE TABLE rooms (
  school_id      text NOT NULL REFERENCES schools,
  room_id        text NOT NULL,
  building       text,
  floor          text,
  room_number    text NOT NULL,
  room_name      text,
  room_type      text,
  room_types     text NOT NULL,
  used_by        text,
  seats          integer,
  area_m2        numeric,
  lan_sockets    integer,
  power_groups   integer,
  wlan_coverage  text CHECK (wlan_coverage IN ('none', 'partial', 'full')),
  scored         boolean,
  target         integer,
  actual         integer,
  gap            integer,
  cost           numeric(14, 2),
  note           text,
  PRIMARY KEY (school_id, room_id)
);
COMMENT ON COLUMN rooms.room_type IS 'Der erste Raumtyp; alle, mit Semikolon getrennt, stehen in room_types';
COMMENT ON COLUMN rooms.scored IS 'false = Verwaltung: verglichen, aber in keiner Summe';

CREATE TABLE exemptions (
  school_id       text NOT NULL,
  room_id         text NOT NULL,
  requirement_id  text NOT NULL,
  reason          text NOT NULL,
  valid_from      date NOT NULL,
  valid_until     date,
  FOREIGN KEY (school_id, room_id) REFERENCES rooms
);
COMMENT ON TABLE exemptions IS 'Ausnahmen: Dieser Raum braucht das nicht';

CREATE TABLE devices (
  school_id            text NOT NULL REFERENCES schools,
  device_id            text NOT NULL,
  asset_tag            text,
  serial_number        text,
  category_id          text,
  device_name          text,
  manufacturer         text,
  model                text,
  room_id              text,
  container_tag        text,
  quantity             integer NOT NULL,
  status               text NOT NULL,
  user_group           text,
  owner                text NOT NULL,
  purchased_on         text,
  purchase_year        integer,
  purchase_price       numeric(14, 2),
  supplier             text,
  invoice_number       text,
  funding_source       text,
  earmarked_until      text,
  warranty_until       text,
  service_life_years   integer,
  mac_address          text,
  hostname             text,
  external_id          text,
  defect_since         text,
  defect_text          text,
  defect_reported_on   date,
  defect_ticket        text,
  decommissioned_on    text,
  decommission_reason  text,
  last_seen_on         text,
  over_age             boolean NOT NULL,
  note                 text,
  defect_repaired_on   date,
  PRIMARY KEY (school_id, device_id),
  FOREIGN KEY (school_id, room_id) REFERENCES rooms
);
COMMENT ON COLUMN devices.room_id IS 'NULL = steht in keinem Raum';
COMMENT ON COLUMN devices.quantity IS 'Über 1: Sammelposten';
COMMENT ON COLUMN devices.purchase_price IS 'Je Stück';
COMMENT ON COLUMN devices.over_age IS 'Zählt und ist älter als der Planungszyklus';

CREATE TABLE room_gaps (
  school_id       text NOT NULL,
  room_id         text NOT NULL,
  requirement_id  text NOT NULL,
  priority        text NOT NULL,
  target          integer,
  actual          integer,
  gap             integer,
  covered         integer NOT NULL,
  over_age        integer NOT NULL,
  defective       integer NOT NULL,
  missing         integer NOT NULL,
  repairable      integer NOT NULL,
  cost            numeric(14, 2),
  surplus         integer NOT NULL,
  scored          boolean NOT NULL,
  exempt          boolean NOT NULL,
  PRIMARY KEY (school_id, room_id, requirement_id),
  FOREIGN KEY (school_id, room_id) REFERENCES rooms,
  FOREIGN KEY (school_id, requirement_id) REFERENCES requirements
);
COMMENT ON TABLE room_gaps IS 'Soll und Ist je Raum und Ziel';
COMMENT ON COLUMN room_gaps.covered IS 'Vom Ist: durch ein Merkmal des Raums gedeckt, etwa LAN-Dosen';

CREATE TABLE school_gaps (
  school_id       text NOT NULL,
  requirement_id  text NOT NULL,
  priority        text NOT NULL,
  target          integer,
  actual          integer,
  gap             integer,
  covered         integer NOT NULL,
  over_age        integer NOT NULL,
  defective       integer NOT NULL,
  missing         integer NOT NULL,
  repairable      integer NOT NULL,
  cost            numeric(14, 2),
  base            integer,
  PRIMARY KEY (school_id, requirement_id),
  FOREIGN KEY (school_id, requirement_id) REFERENCES requirements
);
COMMENT ON TABLE school_gaps IS 'Soll und Ist der ganzen Schule je Ziel';
COMMENT ON COLUMN school_gaps.base IS 'Wovon das Soll abhängt: Personen, Klassen oder die Summe anderer Ziele';

CREATE TABLE surplus (
  school_id    text NOT NULL REFERENCES schools,
  room_id      text,
  category_id  text NOT NULL,
  units        integer NOT NULL,
  FOREIGN KEY (school_id, room_id) REFERENCES rooms
);
COMMENT ON TABLE surplus IS 'Einheiten, die kein Ziel braucht';

CREATE TABLE purchases (
  school_id       text NOT NULL,
  room_id         text,
  requirement_id  text NOT NULL,
  category_id     text,
  priority        text NOT NULL,
  units           integer NOT NULL,
  repairable      integer NOT NULL,
  unit_price      numeric(14, 2) NOT NULL,
  cost            numeric(14, 2) NOT NULL,
  FOREIGN KEY (school_id, room_id) REFERENCES rooms,
  FOREIGN KEY (school_id, requirement_id) REFERENCES requirements
);
COMMENT ON TABLE purchases IS 'Beschaffungsliste: die gewerteten Lücken und was ihr Schließen kostet';
COMMENT ON COLUMN purchases.room_id IS 'NULL = für die ganze Schule';
COMMENT ON COLUMN purchases.repairable IS 'Von units: durch Reparatur zu schließen';

CREATE TABLE replacements (
  school_id        text NOT NULL,
  device_id        text NOT NULL,
  category_id      text NOT NULL,
  due              text NOT NULL CHECK (due IN ('backlog', 'year', 'later', 'unknown')),
  due_year         integer,
  units            integer NOT NULL,
  cost             numeric(14, 2) NOT NULL,
  earmarked_until  text,
  PRIMARY KEY (school_id, device_id),
  FOREIGN KEY (school_id, device_id) REFERENCES devices
);
COMMENT ON TABLE replacements IS 'Ersatzplanung: wann welches Gerät zu ersetzen ist';
COMMENT ON COLUMN replacements.due IS 'backlog = Rückstand, year = im Jahr due_year, later = nach zehn Jahren, unknown = Alter unbekannt';
COMMENT ON COLUMN replacements.earmarked_until IS 'Zweckbindung, die dann noch gilt';
