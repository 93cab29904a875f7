import type { HomeFile } from '#server/app/views/portal-home.ts';
import { momentText, timeText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { portal } from '#words/portal.ts';
import { revisitWords } from '#words/revisit.ts';

/** What do I do now? One sentence for one file. */
export function nowText({ next, meeting, reading, practitioner: name }: HomeFile, locale: Locale): string {
	const words = portal(locale);
	switch (next) {
		case 'enter':
			return words.enterNow;
		case 'soon':
			return soonText(meeting, locale);
		case 'answer':
			return words.answerNow({ name });
		case 'readFirst':
			return words.readNow;
		case 'agree':
			return words.agreeNow;
		case 'again':
			return words.againNow;
		case 'revisit':
			return revisitWords(locale).why(reading.find((r) => r.revisit)?.revisit ?? { trigger: 'periodic' });
		case 'meeting':
			return words.meetingNow({ when: meeting ? momentText(locale, meeting.at, meeting.zone) : '' });
		case 'awaits':
			return words.awaitsNow({ name });
		case 'declined':
			return words.declinedNow({ name });
		case 'closed':
			return words.closedNow;
		case 'nothing':
			return words.nothingNow;
	}
}

function soonText(meeting: HomeFile['meeting'], locale: Locale): string {
	const words = portal(locale);
	const when = meeting ? timeText(locale, meeting.at, meeting.zone) : '';
	if (meeting?.mode === 'telephone') return words.soonCall({ when });
	return meeting?.mode === 'inPerson' ? words.soonOffice({ when }) : words.soonNow({ when });
}
