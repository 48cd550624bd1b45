import Text

/// Something in the configuration that counts for nothing, and why. All else counts.
public struct ConfigurationProblem: ExplainedError {
    public enum Kind: Hashable, Sendable {
        /// Larger than any configuration is; sizes in bytes.
        case tooLarge(size: Int, limit: Int)
        case notUTF8
        /// The system's words.
        case unreadable(String)
        /// Nested deeper, or by reference, than a configuration is.
        case tooInvolved
        /// What the YAML reader says.
        case notYAML(String)
        case notASetting(String, nearest: String?)
        /// A value that is none of the setting's.
        case wrongValue(String, setting: String, expected: String, nearest: String?)
        /// A list or a mapping where one value is wanted.
        case wrongShape(setting: String, expected: String)
        /// The setting is there again, and the line above counts no more.
        case twice(String, line: Int)
        case notACommand(String, nearest: String?)
        case notAView(String, nearest: String?)
        case notAKey(String, command: String)
        /// The command cannot be given in that view.
        case notThere(command: String, view: String, views: [String])
        /// Letters are text there.
        case isText(key: String, view: String)
        /// Two commands on one key in one view; the later line counts.
        case conflict(key: String, view: String, command: String, other: String, line: Int)
        /// A key that begins others, or is behind one that is a command by itself: one of the two cannot be reached.
        case hidden(key: String, view: String, command: String, other: String)
        /// The key was another command's, which has none there now.
        case orphaned(command: String, view: String, key: String)
        case notATheme(String, nearest: String?)
        /// A theme that cannot be read, in its own words.
        case brokenTheme(String)
    }

    /// The file, or the variable or option that the value is from.
    public var source: String
    /// From 1; nothing where the whole is meant.
    public var line: Int?
    public var kind: Kind

    public init(source: String, line: Int?, kind: Kind) {
        self.source = source
        self.line = line
        self.kind = kind
    }

    public var what: String { line.map { "\(source), line \($0)" } ?? source }

    public var why: String {
        switch kind {
        case .tooLarge(let size, let limit): "it has \(size) bytes, more than the \(limit) that a configuration may have"
        case .notUTF8: "it is not UTF-8 text"
        case .unreadable(let words): "it cannot be read: \(words)"
        case .tooInvolved: "it is nested or refers to itself more than a configuration does"
        case .notYAML(let words): "it is not YAML: \(words)"
        case .notASetting(let name, _): "“\(name)” is no setting"
        case .wrongValue(let value, let setting, _, _): "“\(setting)” cannot be “\(value)”"
        case .wrongShape(let setting, _): "“\(setting)” is not written as one value"
        case .twice(let name, let line): "“\(name)” is there again, after line \(line)"
        case .notACommand(let name, _): "“\(name)” is no command"
        case .notAView(let name, _): "“\(name)” is no view"
        case .notAKey(let name, let command): "“\(name)”, given to \(command), is no key"
        case .notThere(let command, let view, _): "\(command) cannot be given in \(view)"
        case .isText(let key, let view): "“\(key)” is text in \(view)"
        case .conflict(let key, let view, let command, let other, let line): "“\(key)” in \(view) is \(command), and was \(other) in line \(line)"
        case .hidden(let key, let view, let command, let other): "“\(key)” in \(view) is \(command), and keeps \(other) from being reached"
        case .orphaned(let command, let view, let key): "\(command) has no key in \(view) any more: “\(key)” was its only one"
        case .notATheme(let name, _): "there is no theme “\(name)”"
        case .brokenTheme(let words): words
        }
    }

    public var remedy: String {
        switch kind {
        case .tooLarge, .tooInvolved: "write settings one a line, as `dossier config --example` prints them"
        case .notUTF8: "save it as UTF-8"
        case .unreadable: "make it a file that can be read, or take it away"
        case .notYAML: "write “name: value”, and put signs in quotes, as in \"]\""
        case .notASetting(_, let nearest): Self.meant(nearest) ?? "`dossier config` lists all"
        case .wrongValue(_, _, let expected, let nearest): Self.meant(nearest) ?? "write \(expected)"
        case .wrongShape(_, let expected): "write \(expected)"
        case .twice: "the later one counts; take one away"
        case .notACommand(_, let nearest): Self.meant(nearest) ?? "`dossier keys` lists all"
        case .notAView(_, let nearest): Self.meant(nearest) ?? "`dossier keys` lists all"
        case .notAKey: "write a letter, or a name such as C-d, A-x, Enter, PgDn, F5; several one after the other as “g g”; none for no key"
        case .notThere(_, _, let views): "it can be given in " + views.joined(separator: ", ")
        case .isText: "give it a key with Ctrl or Alt, or one that types nothing"
        case .conflict: "the later line counts; give one of them another key"
        case .hidden: "give one of them another key"
        case .orphaned: "give it another, or write “none” for it if that is meant"
        case .notATheme(_, let nearest): Self.meant(nearest) ?? "`dossier themes` lists all"
        case .brokenTheme: ""
        }
    }

    private static func meant(_ nearest: String?) -> String? { nearest.map { "perhaps “\($0)” was meant" } }
}
