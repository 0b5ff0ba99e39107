/** A head stands within so many UTF-16 units from the top. */
const TOP = 400;
/** What a speech is called, as alternatives of a pattern. */
export const SPEECH_KINDS = "speech|remarks|address|lecture|statement|testimony|sermon|eulogy|homily|keynote";
const HEAD = new RegExp(String.raw`(?<!\p{L})(?:${SPEECH_KINDS}|inaugural|commencement|briefing)(?!\p{L})`, "iu");
/** What those do who listen, in brackets of its own sentence. */
const LISTENERS = /[([](?:applause|laughter|cheers(?: and applause)?|cheering)\.?[)\]]/i;

/** Whether a text says of itself that it is a speech: in its head, or where it tells of applause. */
export const tellsOfSpeech = (text: string): boolean => HEAD.test(text.slice(0, TOP)) || LISTENERS.test(text);
