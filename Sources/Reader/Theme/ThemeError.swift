import Text

/// Why a theme cannot be used: the file, the line where one is to blame, and what it should say.
public enum ThemeError: ExplainedError {
    /// Larger than any scheme is; sizes in bytes.
    case tooLarge(file: String, size: Int, limit: Int)
    case notUTF8(file: String)
    /// Nested deeper, or by reference, than any scheme is.
    case tooInvolved(file: String, line: Int)
    /// What the YAML reader says; `line` counts from 1 and is missing where the reader names none.
    case notYAML(file: String, line: Int?, problem: String)
    /// The file holds a list, a single value or nothing.
    case notKeysAndValues(file: String, line: Int)
    /// The scheme is of a system other than base16 and base24.
    case otherSystem(file: String, line: Int, system: String)
    case missing(file: String, key: String)
    /// The value of `key` is a list or a mapping, or the palette is none.
    case wrongShape(file: String, line: Int, key: String)
    case notAColour(file: String, line: Int, key: String, value: String)
    case notAVariant(file: String, line: Int, value: String)
    /// No built-in theme has this name.
    case unknown(name: String, known: [String])

    public var what: String {
        switch self {
        case .tooLarge(let file, _, _), .notUTF8(let file), .notYAML(let file, nil, _), .missing(let file, _):
            "theme \(file)"
        case .tooInvolved(let file, let line), .notYAML(let file, .some(let line), _), .notKeysAndValues(let file, let line),
            .otherSystem(let file, let line, _), .wrongShape(let file, let line, _), .notAColour(let file, let line, _, _),
            .notAVariant(let file, let line, _):
            "theme \(file), line \(line)"
        case .unknown(let name, _):
            "theme “\(name)”"
        }
    }

    public var why: String {
        switch self {
        case .tooLarge(_, let size, let limit): "it has \(size) bytes, more than the \(limit) that a colour scheme may have"
        case .notUTF8: "it is not UTF-8 text"
        case .tooInvolved: "it is nested or refers to itself more than a colour scheme does"
        case .notYAML(_, _, let problem): "it is not YAML: \(problem)"
        case .notKeysAndValues: "it does not hold keys and values"
        case .otherSystem(_, _, let system): "it is a scheme of the system “\(system)”"
        case .missing(_, let key): "“\(key)” is missing"
        case .wrongShape(_, _, let key): key == "palette" ? "“palette” does not hold keys and values" : "“\(key)” is not a single value"
        case .notAColour(_, _, let key, let value): "“\(key)” is “\(value)”, which is no colour"
        case .notAVariant(_, _, let value): "“variant” is “\(value)”"
        case .unknown: "there is none of this name"
        }
    }

    public var remedy: String {
        switch self {
        case .tooLarge, .notUTF8, .notYAML, .notKeysAndValues, .tooInvolved, .otherSystem:
            "use a base16 or base24 scheme in YAML, as published"
        case .missing(_, let key): !PaletteSlot.allCases.contains { $0.name == key } ? "add “\(key)”" : "add “\(key): \"rrggbb\"”"
        case .wrongShape(_, _, let key):
            key == "palette" ? "write base00 to base0F under it, one a line" : "write one value after “\(key):”"
        case .notAColour: "write six hexadecimal digits, such as \"1a2b3c\""
        case .notAVariant: "write dark or light"
        case .unknown(_, let known): "use one of \(known.joined(separator: ", "))"
        }
    }
}
