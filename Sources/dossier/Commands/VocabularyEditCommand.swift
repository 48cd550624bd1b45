import ArgumentParser
import Glibc
import Sync
import Topics

/// `dossier vocabulary edit`.
struct VocabularyEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Open your vocabulary file in the editor that VISUAL or EDITOR names, then check it.")

    @OptionGroup var arguments: VocabularyArguments

    func run() throws {
        let target = try arguments.editing().target
        try VocabularyStore.change(target.path) { file in
            if file.bytes.isEmpty { file = UserVocabulary(VocabularyFile(name: target.path, text: Self.beginning)) }
        }
        try Editor(environment: Environment.variables).open(target.path)
        try VocabularyReport(try arguments.vocabulary()).print(asJSON: false)
    }

    /// What stands in a file that is opened for the first time.
    private static let beginning = """
        # Topics and labels of my own. Each line is a key, a colon and a value; lines that begin with # are remarks.
        #
        # topic: deep-sea-cables
        #   name: Submarine cables
        #   label: cable cut | undersea cable
        #   exact: SEACOM
        #   broader: critical-infrastructure
        #
        # topic: ransomware
        #   label: lock and leak
        #   off: extortion

        """
}

/// The editor that a person has chosen.
private struct Editor {
    private let command: [String]

    /// The name may have arguments behind it, parted by blanks.
    init(environment: [String: String]) throws {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.map { $0.split(separator: " ").map(String.init) }
        guard let command = named.first(where: { !$0.isEmpty }) else { throw VocabularyRefusal.noEditor }
        self.command = command
    }

    /// Waits until the person has left it. No shell sees the path.
    func open(_ path: String) throws {
        Output.flush()
        var arguments = (command + [path]).map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        let number = posix_spawnp(&process, command[0], nil, nil, &arguments, environ)
        guard number == 0 else { throw VocabularyRefusal.editorFailed(command[0], why: String(cString: strerror(number))) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status != 0 else { return }
        let isExit = status & 0x7F == 0
        let why = isExit ? "it left with status \(status >> 8 & 0xFF)" : "signal \(status & 0x7F) ended it"
        throw VocabularyRefusal.editorFailed(command[0], why: why)
    }
}
