import Glibc

/// Asks a person before many things are changed at once.
enum Confirmation {
    /// Whether there is a person to ask.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && Output.errorsGoToTerminal }

    /// Puts the question on standard error, and takes `y` and `yes` for a yes.
    static func ask(_ question: String) -> Bool {
        Output.ask(question + " [y/N] ")
        let answer = readLine()?.lowercased() ?? ""
        return ["y", "yes"].contains(answer.filter { !$0.isWhitespace })
    }
}
