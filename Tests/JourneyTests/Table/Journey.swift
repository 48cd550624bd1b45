import PseudoTerminal
import Testing

/// A way through the program as a person goes it: what is pressed, and what must be seen then.
///
/// Keys are words parted by blanks:
/// - a key by its name: `j`, `Enter`, `Esc`, `PgDn`, `C-d`, `S-Tab`, `F1`, `Space`;
/// - `'words_with_blanks` is typed, `"words_with_blanks` pasted, `_` standing for a blank;
/// - `@Word` clicks on the first place where the word is shown; `wheel-down` and `wheel-up` turn the wheel over the middle of the screen;
/// - `reopen` leaves the program and starts it anew; `stop` stops it with SIGTSTP and has it go on.
///
/// What must be seen is a text; each line of it is a text of its own. One that begins with `/` is a regular expression, one that
/// begins with `!` must not be seen. Since other articles may be imported meanwhile and the size may change on the way, neither
/// counts of articles nor words of the status line are a good sign: use what stays.
struct Journey: Sendable, CustomTestStringConvertible {
    struct Step: Sendable {
        var keys: String
        var seen: String
    }

    var name: String
    var steps: [Step]
    /// Commands, and what they must print afterwards.
    var found: [(command: String, text: String)]

    init(_ name: String, _ steps: KeyValuePairs<String, String>, finds found: KeyValuePairs<String, String> = [:]) {
        self.name = name
        self.steps = steps.map { Step(keys: $0.key, seen: $0.value) }
        self.found = found.map { (command: $0.key, text: $0.value) }
    }

    var testDescription: String { name }
}

/// What goes on while a journey is made.
enum JourneyWeather: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case calm
    /// Files keep coming into the folder, and are read.
    case importing
    /// The terminal is given another size at one of the steps.
    case resizing

    var testDescription: String { rawValue }
}
