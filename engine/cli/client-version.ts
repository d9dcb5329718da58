/** The Docker clients whose wording and layouts are reproduced. `28` stands for 28.2.2, `29` for today's client. */
export type ClientVersion = '20.10' | '28' | '29'
