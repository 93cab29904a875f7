// Reads a clause aloud, only where the device itself can: no words are sent anywhere.
const speech = globalThis.speechSynthesis;
const buttons = [...document.querySelectorAll('[data-aloud-of]')];
const none = document.querySelector('[data-aloud-none]');
/** The language of `fr-CA`, `fr_CA` or `fr`. */
const main = (lang) => lang.toLowerCase().split(/[-_]/)[0];
const voiceFor = (lang) => speech?.getVoices().find((voice) => voice.localService && main(voice.lang) === main(lang));
const textOf = (button) => button.closest('section')?.querySelector('[data-aloud]');

/** Show the buttons whose language has a voice on this device; where none has, say so and what to do. */
const offer = () => {
	for (const button of buttons) {
		const text = textOf(button);
		button.hidden = !(text && voiceFor(text.lang));
	}
	if (none) none.hidden = buttons.some((button) => !button.hidden);
};

let speaking;
const stop = () => {
	speech.cancel();
	if (speaking) speaking.button.textContent = speaking.word;
	speaking = undefined;
};

/** Title, each point, then the whole text where it stands open: one after the other. */
const read = (button) => {
	const text = textOf(button);
	const whole = button.closest('section').querySelector('details[open] > [data-aloud-whole]');
	speaking = { button, word: button.textContent };
	button.textContent = button.dataset.stop;
	const lines = [text, whole]
		.flatMap((part) => [...(part?.querySelectorAll('h2, h3, p, li, address') ?? [])])
		.map((line) => line.textContent.trim())
		.filter(Boolean);
	lines.forEach((line, i) => {
		const said = new SpeechSynthesisUtterance(line);
		said.lang = text.lang;
		said.voice = voiceFor(text.lang);
		if (i === lines.length - 1) said.onend = () => speaking?.button === button && stop();
		speech.speak(said);
	});
};

offer();
if (speech) {
	speech.addEventListener?.('voiceschanged', offer);
	for (const button of buttons)
		button.addEventListener('click', () => {
			const same = speaking?.button === button;
			stop();
			if (!same) read(button);
		});
	addEventListener('pagehide', stop);
}
