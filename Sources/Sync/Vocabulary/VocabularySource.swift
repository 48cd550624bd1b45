import Library

/// A file in which a person keeps a vocabulary of his own.
public struct VocabularySource: Hashable, Sendable {
    /// For what it counts.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// In the configuration folder: for all libraries.
        case configuration
        /// In the library's own folder.
        case library
    }

    public static let fileName = "vocabulary.txt"

    public var role: Role
    /// Absolute.
    public var path: String

    public init(role: Role, path: String) {
        self.role = role
        self.path = path
    }

    /// `$XDG_CONFIG_HOME/dossier/vocabulary.txt`; nothing where neither it nor `HOME` is an absolute path.
    public static func configuration(_ environment: [String: String]) -> VocabularySource? {
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.config" : nil }
        return (named ?? home).map { VocabularySource(role: .configuration, path: $0 + "/dossier/" + fileName) }
    }

    /// The files of a library in the order in which they count, the later over the earlier: `.dossier/vocabulary.txt` in its
    /// folder, and, where its database is elsewhere because that cannot be written, the one beside the database.
    public static func library(_ location: LibraryLocation) -> [VocabularySource] {
        let inside = location.folder + "/.dossier/" + fileName
        let beside = String(location.database.prefix(upTo: location.database.lastIndex(of: "/") ?? location.database.startIndex))
            + "/" + fileName
        return (inside == beside ? [beside] : [inside, beside]).map { VocabularySource(role: .library, path: $0) }
    }

    /// All files that count for a library, or for none where there is none yet.
    public static func all(for location: LibraryLocation?, environment: [String: String]) -> [VocabularySource] {
        (configuration(environment).map { [$0] } ?? []) + (location.map { library($0) } ?? [])
    }
}
