/** A number of people that could be told one by one. Nobody is not small: it is shown as zero. */
export const isSmall = (count: number, threshold: number) => count !== 0 && Math.abs(count) < threshold
