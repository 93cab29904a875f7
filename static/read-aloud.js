// Reads a clause aloud, only where the device itself can: no words are sent anywhere.
const speech = globalThis.speechSynthesis;
const buttons = [...document.querySelectorAll('[data-aloud-of]')];
const voiceFor = (lang) => speech.getVoices().find((voice) => voice.localService && voice.lang.startsWith(lang));

/** Show the buttons whose language has a voice on this device. */
const offer = () => {
	for (const button of buttons) {
		const text = button.closest('section')?.querySelector('[data-aloud]');
		if (text && voiceFor(text.lang)) button.hidden = false;
	}
};

let speaking;
const stop = () => {
	speech.cancel();
	if (speaking) speaking.button.textContent = speaking.word;
	speaking = undefined;
};

/** Title, then each point, one after the other. */
const read = (button) => {
	const text = button.closest('section').querySelector('[data-aloud]');
	speaking = { button, word: button.textContent };
	button.textContent = button.dataset.stop;
	const lines = [...text.querySelectorAll('h2, li')].map((line) => line.textContent);
	lines.forEach((line, i) => {
		const said = new SpeechSynthesisUtterance(line);
		said.lang = text.lang;
		said.voice = voiceFor(text.lang);
		if (i === lines.length - 1) said.onend = () => speaking?.button === button && stop();
		speech.speak(said);
	});
};

if (speech) {
	offer();
	speech.addEventListener?.('voiceschanged', offer);
	for (const button of buttons)
		button.addEventListener('click', () => {
			const same = speaking?.button === button;
			stop();
			if (!same) read(button);
		});
	addEventListener('pagehide', stop);
}
