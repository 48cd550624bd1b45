import ArgumentParser
import Glibc
import Text

/// With what status the program leaves. Thrown, it ends the program without a word.
enum ExitStatus: Int32, Error {
    case done = 0
    case failed = 1
    case badUsage = 2
    case nothingFound = 3
    // What a shell says of a program that a signal ended: 128 and its number.
    case hungUp = 129
    case interrupted = 130
    case quit = 131
    case terminated = 143

    /// That of a program that the signal ended.
    init(signal: Int32) { self = ExitStatus(rawValue: 128 + signal) ?? .failed }
}

extension Dossier {
    static func exit(withCode status: ExitStatus) -> Never {
        Glibc.exit(status.rawValue)
    }

    /// Puts `error` on standard error as `dossier: what: why; what to do`, help and version on standard output.
    static func finish(with error: any Error) -> Never {
        Output.flush()
        if let explained = error as? any ExplainedError {
            Output.complain(explained.message)
            exit(withCode: .failed)
        }
        guard exitCode(for: error) != .success else {
            Output.line(fullMessage(for: error))
            Output.flush()
            exit(withCode: .done)
        }
        guard exitCode(for: error) == .validationFailure else {
            Output.complain("\(error)")
            exit(withCode: .failed)
        }
        Output.complain("arguments: \(message(for: error)); see dossier --help")
        exit(withCode: .badUsage)
    }
}
