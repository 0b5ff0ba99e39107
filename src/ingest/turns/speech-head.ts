/** A head stands within so many UTF-16 units from the top. */
const TOP = 400;
const HEAD =
  /(?<!\p{L})(?:remarks|speech|statement|address|testimony|lecture|keynote|eulogy|sermon|homily|inaugural|commencement|briefing)(?!\p{L})/iu;
/** What those do who listen, in brackets of its own sentence. */
const LISTENERS = /[([](?:applause|laughter|cheers(?: and applause)?|cheering)\.?[)\]]/i;

/** Whether a text says of itself that it is a speech: in its head, or where it tells of applause. */
export const tellsOfSpeech = (text: string): boolean => HEAD.test(text.slice(0, TOP)) || LISTENERS.test(text);
