import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder. */
export const filesUnder = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name));

/** Which of these bytes stand in which file, as « name in file ». */
export function foundOnDisk(folder: string, needles: Readonly<Record<string, Uint8Array>>): readonly string[] {
	return filesUnder(folder).flatMap((file) => {
		const bytes = readFileSync(file);
		return Object.entries(needles)
			.filter(([, needle]) => bytes.includes(needle))
			.map(([name]) => `${name} in ${file}`);
	});
}
