/// What is configured: each setting's value and where it is from, the changes of keys, and what could not be used.
public struct Configuration: Hashable, Sendable {
    /// A value and its origin.
    public struct Assignment: Hashable, Sendable {
        public var value: SettingValue?
        public var origin: SettingOrigin

        public init(value: SettingValue?, origin: SettingOrigin) {
            self.value = value
            self.origin = origin
        }
    }

    /// The file, whether there is one or not.
    public let path: String
    private var assignments: [Setting: Assignment] = [:]
    public internal(set) var keys: [KeyChange] = []
    /// In the order of the file's lines; then what is wrong with the environment.
    public var problems: [ConfigurationProblem] = []

    /// Nothing but what is built in.
    public init(path: String) { self.path = path }

    /// What counts: the argument, else a variable of ours, the file, a variable of all programs, what is built in.
    public subscript(setting: Setting) -> Assignment {
        assignments[setting] ?? Assignment(value: setting.entry.standard, origin: .builtIn)
    }

    /// Whether anybody set it.
    public func isSet(_ setting: Setting) -> Bool { assignments[setting] != nil }

    mutating func assign(_ setting: Setting, _ value: SettingValue, _ origin: SettingOrigin) {
        assignments[setting] = Assignment(value: value, origin: origin)
    }

    /// Takes back what could not be used, so that what is built in counts; `problem` says why.
    public mutating func reject(_ setting: Setting, _ kind: ConfigurationProblem.Kind) {
        let origin = self[setting].origin
        assignments[setting] = nil
        problems.append(problem(kind, at: origin))
    }

    private func problem(_ kind: ConfigurationProblem.Kind, at origin: SettingOrigin) -> ConfigurationProblem {
        switch origin {
        case .builtIn: ConfigurationProblem(source: path, line: nil, kind: kind)
        case .file(let path, let line): ConfigurationProblem(source: path, line: line, kind: kind)
        case .environment(let variable): ConfigurationProblem(source: "environment \(variable)", line: nil, kind: kind)
        case .argument(let option): ConfigurationProblem(source: option, line: nil, kind: kind)
        }
    }

    // MARK: Values by their kind

    public func text(_ setting: Setting) -> String? {
        guard case .text(let text) = self[setting].value else { return nil }
        return text
    }

    public func number(_ setting: Setting) -> Int? {
        guard case .number(let number) = self[setting].value else { return nil }
        return number
    }

    public func flag(_ setting: Setting) -> Bool? {
        guard case .flag(let isOn) = self[setting].value else { return nil }
        return isOn
    }

    /// A program and what it is given.
    public func arguments(_ setting: Setting) -> [String]? {
        guard case .arguments(let words) = self[setting].value else { return nil }
        return words
    }
}

extension Configuration {
    /// The most bytes that the file may have.
    public static let sizeLimit = ConfigurationReader.sizeLimit

    /// Where the file is: `$XDG_CONFIG_HOME/dossier/config.yaml`. A relative path there is ignored, as the XDG Base Directory
    /// Specification has it.
    public static func path(in environment: [String: String]) -> String {
        folder(in: environment) + "/config.yaml"
    }

    /// `$XDG_CONFIG_HOME/dossier`.
    public static func folder(in environment: [String: String]) -> String {
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? (environment["HOME"] ?? "") + "/.config") + "/dossier"
    }
}
