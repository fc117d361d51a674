import { createHash } from 'node:crypto'

/** Headers of every answer: a browser may run only scripts from here, and use only the one style every page carries. */
export function securityHeaders(style: string): Record<string, string> {
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      `style-src 'sha256-${hash}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
      .map((feature) => `${feature}=()`)
      .join(', '),
  }
}
