import FoundationEssentials
import Glibc
import Text

/// A program that makes a document of another kind out of a page. Started with arguments, never by a shell; it gets the page as
/// a file in a folder of its own, and a time after which it is ended.
public struct Converter: Hashable, Sendable {
    public enum Program: String, Hashable, Sendable, CaseIterable {
        case pandoc, weasyprint, libreoffice

        /// What it makes by itself. Pandoc's PDF needs a program of typesetting, which is another matter.
        func makes(_ format: BriefingFormat) -> Bool {
            switch (self, format) {
            case (.pandoc, .odt), (.weasyprint, .pdf), (.libreoffice, .odt), (.libreoffice, .pdf): true
            case (.pandoc, _), (.weasyprint, _), (.libreoffice, _): false
            }
        }

        /// The form of the page that it is given.
        var takes: BriefingFormat { .html }

        /// The arguments that turn `page` into `result`, which stands in `folder`.
        func arguments(_ page: String, to result: String, _ format: BriefingFormat, folder: String) -> [String] {
            switch self {
            case .pandoc: ["--from=html", "--to=\(format.rawValue)", "--standalone", "--output=\(result)", page]
            case .weasyprint: ["--quiet", page, result]
            case .libreoffice:
                ["-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", format.rawValue, "--outdir", folder, page]
            }
        }
    }

    public var program: Program
    /// Absolute.
    public var path: String

    /// The first installed program that makes the format, looked for in the folders of `PATH`; nothing where there is none.
    public init?(for format: BriefingFormat, environment: [String: String]) {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        for program in Program.allCases where program.makes(format) {
            for folder in folders {
                let path = "\(folder)/\(program.rawValue)"
                guard access(path, X_OK) == 0 else { continue }
                self.program = program
                self.path = path
                return
            }
        }
        return nil
    }

    /// In seconds.
    private static let patience: Int = 120

    /// The document's bytes. `folder` is where a folder of its own is made for the time of the call. Throws ``ConversionFailure``.
    public func convert(_ page: BriefingPage, to format: BriefingFormat, folder: String = "/tmp") throws -> [UInt8] {
        let own = try Self.makeFolder(in: folder)
        defer { Self.remove(own) }
        let (source, result) = (own + "/page.html", own + "/page.\(format.suffix)")
        guard let text = page.written(as: program.takes), Self.write(Array(text.utf8), to: source) else {
            throw ConversionFailure(program: program, reason: .noRoom)
        }
        try run(program.arguments(source, to: result, format, folder: own), home: own)
        guard let bytes = Self.read(result), !bytes.isEmpty else { throw ConversionFailure(program: program, reason: .noResult) }
        return bytes
    }

    private func run(_ arguments: [String], home: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that all that it starts can be ended. Our files are closed by their own flag.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var child: pid_t = 0
        let code = Self.withStrings([path] + arguments) { argv in
            Self.withStrings(["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(home)", "TMPDIR=\(home)", "LANG=C.UTF-8"]) { environment in
                posix_spawn(&child, path, &actions, &attributes, argv, environment)
            }
        }
        guard code == 0 else { throw ConversionFailure(program: program, reason: .cannotStart(code)) }
        try wait(for: child)
    }

    private func wait(for child: pid_t) throws {
        var status: Int32 = 0
        for _ in 0..<(Self.patience * 50) {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child {
                // What it started and left behind goes too.
                kill(-child, SIGKILL)
                guard status == 0 else { throw ConversionFailure(program: program, reason: .failed(status >> 8 & 0xFF)) }
                return
            }
            if ended < 0, errno != EINTR { break }
            usleep(20_000)
        }
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        throw ConversionFailure(program: program, reason: .tooSlow)
    }

    private static func withStrings<Value>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value) -> Value {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return body(pointers)
    }

    private static func makeFolder(in folder: String) throws -> String {
        var template = Array((folder + "/dossier-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw ConversionFailure(program: .pandoc, reason: .noRoom) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func remove(_ folder: String) {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        guard let file = fopen(path, "wbx") else { return false }
        let count = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && count == bytes.count
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var (bytes, piece): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
            guard bytes.count < 1 << 28 else { return nil }
        }
    }
}

/// Why a converter made nothing.
public struct ConversionFailure: ExplainedError {
    public enum Reason: Hashable, Sendable {
        case noRoom
        case cannotStart(Int32)
        case failed(Int32)
        case noResult
        case tooSlow
    }

    public var program: Converter.Program
    public var reason: Reason

    public var what: String { program.rawValue }

    public var why: String {
        switch reason {
        case .noRoom: "no file can be made in the folder for temporary files"
        case .cannotStart(let number): "it cannot be started (errno \(number))"
        case .failed(let status): "it failed (status \(status))"
        case .noResult: "it made no document"
        case .tooSlow: "it took too long"
        }
    }

    public var remedy: String { "write html or markdown, and convert that by hand" }
}

/// That nothing is installed which makes a format.
public struct NoConverter: ExplainedError {
    public var format: BriefingFormat

    public init(_ format: BriefingFormat) { self.format = format }

    public var what: String { "format \(format.rawValue)" }
    public var why: String { "no program that makes it is installed" }

    public var remedy: String {
        let names = Converter.Program.allCases.filter { $0.makes(format) }.map(\.rawValue)
        return "install \(names.joined(separator: " or ")), or write html"
    }
}
