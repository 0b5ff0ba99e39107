/** What is used of it: its own types import without file endings, which Node's resolution cannot follow. */
declare module "media-captions" {
  export interface VTTCue {
    readonly startTime: number;
    readonly endTime: number;
    readonly text: string;
    /** The line above the times. */
    readonly id?: string;
  }

  export type VTTNode =
    | { readonly type: "text"; readonly data: string }
    | { readonly type: "v"; readonly voice: string; readonly children: readonly VTTNode[] }
    | {
        readonly type: "c" | "i" | "b" | "u" | "ruby" | "rt" | "lang" | "timestamp";
        readonly children: readonly VTTNode[];
      };

  export function parseTextStream(
    lines: ReadableStream<string>,
    options: { readonly type: "vtt" | "srt" },
  ): Promise<{ readonly cues: readonly VTTCue[] }>;

  export function tokenizeVTTCue(cue: VTTCue): readonly VTTNode[];
}
