/// A program of the person's own, found and with what it is to be given.
public struct OutsideProgram: Hashable, Sendable {
    /// The whole path of the executable.
    public var path: String
    /// The words behind its name, as the person set them; a document's come after.
    public var arguments: [String]
    /// As the person called it.
    public var name: String
    /// Whether the terminal must be lent to it.
    public var needsTerminal: Bool
    /// Where among ``arguments`` what is to be opened goes: in place of each `%s`. Without one it comes last.
    static let placeholder = "%s"

    /// The argument vector behind the name, with what is to be opened as one argument or within one, whatever is in it.
    func arguments(opening what: String) -> [String] {
        guard arguments.contains(where: { $0.contains(Self.placeholder) }) else { return arguments + [what] }
        return arguments.map { argument in
            argument.split(separator: Self.placeholder, omittingEmptySubsequences: false).joined(separator: what)
        }
    }
}

/// Finds the programs that a person has chosen, as the environment says, and those that usually serve.
public struct OutsidePrograms: Sendable {
    private let environment: [String: String]
    /// Whether a path is a file that can be run.
    private let isExecutable: @Sendable (String) -> Bool

    /// - Parameter environment: of the process; programs get it as it is.
    public init(environment: [String: String]) {
        self.init(environment: environment, isExecutable: OutsideProcess.isExecutable)
    }

    init(environment: [String: String], isExecutable: @escaping @Sendable (String) -> Bool) {
        self.environment = environment
        self.isExecutable = isExecutable
    }

    /// What is used for something. A variable that is set and cannot be used is an error, and nothing else is tried: a person
    /// who named a program wants that one.
    public func program(for role: OutsideRole) throws(OutsideError) -> OutsideProgram {
        for variable in role.variables {
            guard let value = environment[variable], !value.allSatisfy(\.isWhitespace) else { continue }
            return try named(value, by: variable, for: role)
        }
        for name in role.usual(hasWindows: hasWindows) {
            guard let path = path(of: name) else { continue }
            return OutsideProgram(path: path, arguments: [], name: name, needsTerminal: role.needsTerminal(name))
        }
        throw .noProgram(role)
    }

    private func named(_ value: String, by variable: String, for role: OutsideRole) throws(OutsideError) -> OutsideProgram {
        // A list of browsers is tried from its beginning; editors and pagers have no such lists.
        let commands = role == .browser ? CommandWords.parts(value) : [value]
        var first: String?
        for command in commands {
            guard var words = CommandWords.split(command) else { throw .openQuote(variable: variable, value: value) }
            guard !words.isEmpty else { continue }
            let name = words.removeFirst()
            first = first ?? name
            guard let path = path(of: name) else { continue }
            let base = name.split(separator: "/").last.map(String.init) ?? name
            return OutsideProgram(path: path, arguments: words, name: base, needsTerminal: role.needsTerminal(base))
        }
        throw .notFound(program: first ?? value, variable: variable)
    }

    /// Where a program is. The folder that happens to be the current one is never looked into.
    private func path(of name: String) -> String? {
        guard !name.isEmpty else { return nil }
        if name.contains("/") { return isExecutable(name) ? name : nil }
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(where: isExecutable)
    }

    private var hasWindows: Bool {
        ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].contains { environment[$0]?.isEmpty == false }
    }

    // MARK: Running

    /// Runs a program in the terminal, which must be its own meanwhile, and waits until the person has left it.
    public func run(_ program: OutsideProgram, opening what: String) throws(OutsideError) {
        try OutsideProcess(program, opening: what, environment: environment).runInTerminal()
    }

    /// Starts a program that goes on by itself, also when this one has ended.
    /// - Parameter failed: called from another thread, where it soon ends badly.
    public func start(
        _ program: OutsideProgram, opening what: String, failed: @escaping @Sendable (OutsideError) -> Void
    ) throws(OutsideError) {
        try OutsideProcess(program, opening: what, environment: environment).startDetached(failed: failed)
    }
}
