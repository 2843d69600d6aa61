// mark.js with the options that come nearest to a name finder: whole names, exact case.
new Mark(document.body).mark(NAMES, { separateWordSearch: false, accuracy: "exactly", caseSensitive: true });
