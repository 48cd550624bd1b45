import Glibc
import Text

/// Why a program outside could not be run, or what became of it.
public enum OutsideError: Hashable, Sendable {
    /// Nothing was named in the environment, and nothing that usually serves is installed.
    case noProgram(OutsideRole)
    /// A variable has a quote that is not closed.
    case openQuote(variable: String, value: String)
    /// A program that a variable names is not there, or may not be run.
    case notFound(program: String, variable: String?)
    /// The system refuses to start it; the number is its reason.
    case notStarted(program: String, code: Int32)
    /// It came to an end that was not a good one.
    case left(program: String, status: Int32)
    case killed(program: String, signal: Int32)
    /// What a program would be given holds a byte that no argument can hold.
    case unusableArgument(program: String)
    /// A file to be edited or read could not be written, or read again.
    case file(path: String, code: Int32)
    /// What was edited is longer than what is taken back, in bytes. It stays in its file.
    case tooLong(path: String, limit: Int)
    /// Something was written, and then the editor failed. It stays in its file.
    case kept(path: String, program: String)
}

extension OutsideError: ExplainedError {
    public var what: String {
        switch self {
        case .noProgram(let role): "cannot open \(role.thing)"
        case .openQuote(let variable, _): "cannot use \(variable)"
        case .notFound(let program, _), .notStarted(let program, _), .unusableArgument(let program): "cannot start “\(program)”"
        case .left(let program, _), .killed(let program, _): "“\(program)” did not end well"
        case .file(let path, _): "cannot use the file “\(path)”"
        case .tooLong: "cannot take back what was edited"
        case .kept(_, let program): "“\(program)” did not end well, and nothing was taken from it"
        }
    }

    public var why: String {
        switch self {
        case .noProgram(let role): "\(role.variables.joined(separator: " and ")) are not set, and nothing else was found".forOne(role)
        case .openQuote(_, let value): "a quote is not closed in “\(value)”"
        case .notFound(_, let variable?): "\(variable) names it, and no such program is on the PATH"
        case .notFound(_, nil): "no such program is on the PATH"
        case .notStarted(_, let code), .file(_, let code): String(cString: strerror(code))
        case .left(_, let status): "it left with status \(status)"
        case .killed(_, let signal): "signal \(signal) ended it"
        case .unusableArgument: "what it would be given holds a zero byte"
        case .tooLong(_, let limit): "it is longer than \(limit.grouped) bytes"
        case .kept(let path, _): "what you wrote is in “\(path)”"
        }
    }

    public var remedy: String {
        switch self {
        case .noProgram(let role): "set \(role.variables.first ?? "") to the program that you use"
        case .openQuote: "close it, or leave the quotes out"
        case .notFound(_, let variable?): "set \(variable) to the program that you use"
        case .notFound(_, nil), .notStarted, .left, .killed, .unusableArgument, .file, .kept: ""
        case .tooLong(let path, _): "it is kept in “\(path)”"
        }
    }
}

extension String {
    /// The same sentence where a role has one variable only.
    fileprivate func forOne(_ role: OutsideRole) -> String {
        role.variables.count == 1 ? "\(role.variables[0]) is not set, and nothing else was found" : self
    }
}
