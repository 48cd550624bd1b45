import Glibc
import Library
import Text
import Topics

/// The vocabulary that counts for a library: the built-in one with the files of the person over it. A value; whether it is
/// still current is told by ``isCurrent``.
public struct LibraryVocabulary: Sendable {
    /// A file as it was read.
    public struct File: Sendable {
        public var source: VocabularySource
        public var content: UserVocabulary
    }

    public let vocabulary: Vocabulary
    /// What is wrong with the files, in their order; what could be used counts.
    public let problems: [VocabularyError]
    /// The vocabulary with where its entries come from; the numbers of files are those of ``files``.
    public let extended: VocabularyExtension
    /// The files that are there, in the order in which they count.
    public let files: [File]
    /// Another text whenever the files say something else, whatever their remarks and layout; empty where they say nothing,
    /// so that a library without files is tagged as by the program alone.
    public let digest: String

    private let sources: [VocabularySource]
    private let stamp: VocabularyStamp

    /// Reads the files of a library. Where there are none, that costs as many system calls as there could be files.
    public init(for location: LibraryLocation?, environment: [String: String]) {
        self.init(of: VocabularySource.all(for: location, environment: environment))
    }

    public init(of sources: [VocabularySource], base: @autoclosure () -> Vocabulary = .builtIn) {
        self.sources = sources
        // Before the files are read: a change in between is then noticed as one.
        stamp = VocabularyStamp(of: sources)
        var files: [File] = []
        var unread: [VocabularyError] = []
        for source in sources {
            do {
                guard let content = try VocabularyStore.read(source.path) else { continue }
                files.append(File(source: source, content: content))
            } catch {
                unread.append(error)
            }
        }
        self.files = files
        extended = base().adding(files.map(\.content))
        vocabulary = extended.vocabulary
        problems = unread + extended.problems
        digest = Self.digest(of: files.map(\.content.gist).filter { !$0.isEmpty })
    }

    /// Whether no file was changed, made or removed since. Costs a system call a file.
    public var isCurrent: Bool { VocabularyStamp(of: sources) == stamp }

    /// A number for the built-in vocabulary, the way of tagging and the files together, by which a library knows which of its
    /// articles to tag anew.
    public var edition: Int {
        guard !digest.isEmpty else { return Tagger.edition }
        return Int(ContentHash(of: "\(Tagger.edition) \(digest)").hexadecimal.prefix(12), radix: 16).map { $0 | 1 } ?? 1
    }

    private static func digest(of gists: [String]) -> String {
        guard !gists.isEmpty else { return "" }
        // A zero parts the files: no line holds one that would count.
        return ContentHash(of: gists.joined(separator: "\n\0\n")).hexadecimal
    }
}
