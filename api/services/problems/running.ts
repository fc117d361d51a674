import type { ProblemEntry } from './entry.ts'

/** Refusals the people who run the program can meet, on the command line. */
export const runningProblems = {
  'command-unknown': {
    status: 400,
    exit: 2,
    title: { en: 'No such command' },
    detail: { en: 'There is no command "{command}". `waymark help` lists them.' },
  },
  'option-wrong': {
    status: 400,
    exit: 2,
    title: { en: 'The command was not understood' },
    detail: { en: '{reason} `waymark help {command}` shows how it is used.' },
  },
  'data-folder-unusable': {
    status: 500,
    exit: 3,
    title: { en: 'The data folder cannot be used' },
    detail: {
      en: '{folder} cannot be written ({reason}). Free some disk or change its owner, or name another folder in WAYMARK_DATA.',
    },
  },
  'state-newer': {
    status: 500,
    exit: 3,
    title: { en: 'The data were written by a newer Waymark' },
    detail: { en: '{path} is of a later version than this program. Update Waymark, or restore a backup.' },
  },
  'key-missing': {
    status: 500,
    exit: 3,
    title: { en: 'The key of the original files is missing' },
    detail: {
      en: '{path} holds no key of 64 hex digits. Put it back, or name the right file in WAYMARK_KEY_FILE.',
    },
  },
  'key-wrong': {
    status: 500,
    exit: 3,
    title: { en: 'This key did not seal these files' },
    detail: { en: '{path} was sealed with another key. Name the right key file in WAYMARK_KEY_FILE.' },
  },
  'raw-file-missing': {
    status: 500,
    exit: 3,
    title: { en: 'An original file is missing' },
    detail: { en: '{path} is gone. Restore it from a backup, then run it again.' },
  },
  'raw-file-damaged': {
    status: 500,
    exit: 3,
    title: { en: 'An original file is damaged' },
    detail: { en: '{path} is not what was received. Restore it from a backup, then run it again.' },
  },
  'slice-missing': {
    status: 500,
    exit: 3,
    title: { en: 'Part of the warehouse is missing' },
    detail: { en: '{path} is gone or damaged. `waymark rebuild` makes it again from the original files.' },
  },
  'journal-broken': {
    status: 500,
    exit: 3,
    title: { en: 'The journal has been altered' },
    detail: {
      en: 'Entry {entry} does not follow from the one before. Compare with a backup before going on.',
    },
  },
  'definitions-wrong': {
    status: 500,
    exit: 3,
    title: { en: 'A definition cannot be used' },
    detail: { en: '{reason}' },
  },
  'nothing-imported': {
    status: 409,
    exit: 3,
    title: { en: 'There is nothing to publish' },
    detail: {
      en: 'No file has been imported. `waymark import FILE`, or `waymark demo` for the demonstration.',
    },
  },
  'release-unknown': {
    status: 404,
    exit: 2,
    title: { en: 'No such release' },
    detail: { en: 'Release {id} was never published here. Name none to make all of them again.' },
  },
  'release-damaged': {
    status: 500,
    exit: 3,
    title: { en: 'A release is damaged' },
    detail: { en: '{path} is missing or is not what was published. `waymark rebuild` makes it again.' },
  },
  'rebuild-differs': {
    status: 500,
    exit: 3,
    title: { en: 'The rebuild gave another release' },
    detail: {
      en: 'Published is {published}, the original files now give {found}. Definitions, mappings or code have changed since; `waymark publish` publishes the new one.',
    },
  },
  'pages-not-built': {
    status: 500,
    exit: 3,
    title: { en: 'The pages have not been built' },
    detail: { en: '{path} is not there. Run `npm run build`, then start again.' },
  },
  'demonstration-accounts': {
    status: 500,
    exit: 3,
    title: { en: 'There are demonstration accounts' },
    detail: {
      en: '{n} invented people of the demonstration could sign in here. `waymark demo --close-people` closes their accounts; another WAYMARK_DATA leaves them alone.',
    },
  },
  'setting-wrong': {
    status: 500,
    exit: 3,
    title: { en: 'A setting is wrong' },
    detail: { en: '{name} holds something unknown. What it takes: {allowed}.' },
  },
  'port-in-use': {
    status: 500,
    exit: 3,
    title: { en: 'The port is taken' },
    detail: {
      en: 'Something else answers on port {port}. Stop it, or choose another with --port.',
    },
  },
  'port-refused': {
    status: 500,
    exit: 3,
    title: { en: 'The port cannot be opened' },
    detail: { en: 'Port {port} cannot be opened ({reason}). Choose another with --port, above 1023.' },
  },
  'output-unwritable': {
    status: 500,
    exit: 3,
    title: { en: 'The result cannot be written' },
    detail: { en: '{file} cannot be written ({reason}). Choose another place with --out.' },
  },
} as const satisfies Record<string, ProblemEntry>
