-- Ersetzt alles, was geladen ist, durch die CSV-Dateien im aktuellen Ordner: ganz oder gar nicht.
-- Aufruf im Ordner mit den CSV-Dateien: psql -v ON_ERROR_STOP=1 -f traeger-laden.sql

SET search_path TO ausstattungskompass;
SET client_encoding TO 'UTF8';
BEGIN;
TRUNCATE schools CASCADE;
\copy schools FROM 'schools.csv' WITH (FORMAT csv, HEADER)
\copy grades FROM 'grades.csv' WITH (FORMAT csv, HEADER)
\copy categories FROM 'categories.csv' WITH (FORMAT csv, HEADER)
\copy requirements FROM 'requirements.csv' WITH (FORMAT csv, HEADER)
\copy rooms FROM 'rooms.csv' WITH (FORMAT csv, HEADER)
\copy exemptions FROM 'exemptions.csv' WITH (FORMAT csv, HEADER)
\copy devices FROM 'devices.csv' WITH (FORMAT csv, HEADER)
\copy room_gaps FROM 'room_gaps.csv' WITH (FORMAT csv, HEADER)
\copy school_gaps FROM 'school_gaps.csv' WITH (FORMAT csv, HEADER)
\copy surplus FROM 'surplus.csv' WITH (FORMAT csv, HEADER)
\copy purchases FROM 'purchases.csv' WITH (FORMAT csv, HEADER)
\copy replacements FROM 'replacements.csv' WITH (FORMAT csv, HEADER)
COMMIT;
