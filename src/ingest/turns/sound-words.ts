/** What is heard in a recording, as captions and transcripts put it in brackets; in capitals, or with one, it looks like a name. */
const SOUND =
  /^(?:laughs?|laughter|\p{L}+ing|chuckles?|giggles?|sighs?|gasps?|groans?|grunts?|moans?|whispers?|coughs?|sobs?|cries|screams?|shouts?|yells?|sniffs?|scoffs?|clears throat|applause|music|inaudible|indistinct|unintelligible|crosstalk|silence|pause|beat|cheers|(?:in|on|over) .*|both|all|translat.*|off-?screen|voice-?over|v\.?o\.?)$/iu;

/** Whether the words of a bracket tell of a sound, or of how something is said. */
export const isSound = (words: string): boolean => SOUND.test(words);
