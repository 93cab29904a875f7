import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startError } from '../start-error.ts';
import { readRecord, writeRecord } from './records.ts';

/** The shape of the data folder that this Balise writes; a newer number is never opened. */
const format = 1;

/** Refuses a folder written by a newer Balise, and marks a new one. */
export function checkFormat(data: string): void {
	const file = join(data, 'balise.json');
	const record = readRecord(file);
	if (!record) writeRecord(file, JSON.stringify({ format }));
	const found = record ? (JSON.parse(record) as { format: number }).format : format;
	if (found <= format) return;
	throw startError(
		`Les données de ${data} viennent d’une version plus récente de Balise (format ${found}, celle-ci lit ${format}) : mettez Balise à jour.`,
		`The data in ${data} come from a newer Balise (format ${found}, this one reads ${format}): update Balise.`,
	);
}

/** Refuses a cluster of another major version of PostgreSQL: its files would be misread. */
export function checkCluster(cluster: string, major: number): void {
	const found = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10);
	if (found === major) return;
	const [fr, en] = found > major ? ['plus récente', 'a newer'] : ['plus ancienne', 'an older'];
	throw startError(
		`Les données de ${cluster} sont d’une version ${fr} de PostgreSQL (${found}, celle-ci est ${major}) : reprenez la version de Balise qui les a écrites.`,
		`The data in ${cluster} are from ${en} PostgreSQL (${found}, this one is ${major}): go back to the version of Balise that wrote them.`,
	);
}
