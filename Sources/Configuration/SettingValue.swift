import Text

/// The value of a setting.
public enum SettingValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// A program and what it is given.
    case arguments([String])

    /// As the file writes it.
    public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let isOn): isOn ? "on" : "off"
        case .arguments(let words): words.joined(separator: " ")
        }
    }

    public var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .flag(let isOn): .bool(isOn)
        case .arguments(let words): .array(words.map { .string($0) })
        }
    }
}

extension Setting.Kind {
    /// The most bytes of one value, and the most words of a program.
    static let longestValue = 4_096
    static let mostWords = 64

    /// Reads a value that is written as one word or line; nothing where it is none of this kind.
    public func value(of text: String) -> SettingValue? {
        guard text.utf8.count <= Self.longestValue, !text.utf8.contains(0) else { return nil }
        switch self {
        case .choice(let words): return words.contains(text) ? .text(text) : nil
        case .number(let range): return Int(text).flatMap { range.contains($0) ? .number($0) : nil }
        case .flag: return Self.flag(text.lowercased()).map { .flag($0) }
        case .theme, .folder: return text.isEmpty ? nil : .text(text)
        case .program: return value(of: text.split(separator: " ").map(String.init))
        }
    }

    /// Reads a value that is written as a list: a program and what it is given.
    public func value(of words: [String]) -> SettingValue? {
        guard self == .program, let first = words.first, !first.isEmpty, words.count <= Self.mostWords,
            words.allSatisfy({ $0.utf8.count <= Self.longestValue && !$0.utf8.contains(0) })
        else { return nil }
        return .arguments(words)
    }

    private static func flag(_ text: String) -> Bool? {
        switch text {
        case "on", "yes", "true", "1": true
        case "off", "no", "false", "0": false
        case _: nil
        }
    }
}
