// Passkeys, in progressive enhancement: a form marked data-passkey asks the device, then posts its answer in a hidden
// field. Written for browsers of any age that know passkeys at all, hence no newer helpers.

const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const textOf = (buffer) =>
	btoa(String.fromCharCode(...new Uint8Array(buffer)))
		.replace(/\+/g, '-')
		.replace(/\//g, '_')
		.replace(/=+$/, '');

/** Ask the device to make a passkey, or to show one, with what the server gave. */
async function askDevice(options, kind) {
	const publicKey = { ...options, challenge: bytesOf(options.challenge) };
	if (kind === 'show') return navigator.credentials.get({ publicKey });
	publicKey.user = { ...options.user, id: bytesOf(options.user.id) };
	publicKey.excludeCredentials = (options.excludeCredentials || []).map((known) => ({
		...known,
		id: bytesOf(known.id),
	}));
	return navigator.credentials.create({ publicKey });
}

/** The device's answer as the server reads it. */
function answerOf({ id, rawId, type, response }) {
	const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
	const given = parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])]);
	return { id, rawId: textOf(rawId), type, response: Object.fromEntries(given), clientExtensionResults: {} };
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
	const button = form.querySelector('button');
	const told = form.querySelector('[role=alert]');
	const stopped = told.textContent;
	button.hidden = !window.PublicKeyCredential;
	form.querySelector('[data-too-old]').hidden = !button.hidden;
	form.addEventListener('submit', (event) => event.preventDefault());
	button.addEventListener('click', async () => {
		if (!form.reportValidity()) return;
		button.disabled = true;
		told.hidden = true;
		try {
			const given = await fetch(form.dataset.options, { method: 'POST' });
			const body = await given.json();
			if (!given.ok) throw new Error(`${body.notYet.title}. ${body.notYet.why}`);
			form.elements.response.value = JSON.stringify(answerOf(await askDevice(body, form.dataset.passkey)));
			form.submit();
		} catch (error) {
			// A person who closes the device's window is where they were; a refusal of ours is told as it is.
			told.textContent = error instanceof DOMException || error instanceof TypeError ? stopped : error.message;
			told.hidden = false;
			button.disabled = false;
		}
	});
}
