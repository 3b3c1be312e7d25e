/** The backgrounds that there are: plain colours and pictures drawn for this. The look of each is in backgrounds.css. */
export const colours = ['sand', 'sage', 'sky', 'lilac', 'rose', 'graphite'] as const;
export const pictures = ['hills', 'sea', 'birches', 'wires'] as const;
