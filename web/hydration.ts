/**
 * What Solid expects to find before it takes over server-made markup. It usually comes as an inline script,
 * which the pages' content security policy refuses.
 */
Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {}, fe() {} } })
