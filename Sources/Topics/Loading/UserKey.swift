/// The words before the colon of a line in a user's vocabulary file.
public enum UserKey: String, Hashable, Sendable, CaseIterable {
    /// Begins what is said of a topic.
    case topic
    case name, label, exact, hidden
    case code, broader, related, provision, kicker, off, on
    /// Begins what is said of an acronym of the topic.
    case acronym
    case expansion, rival, cue, against
    case standard = "default"
    /// Begins what is said of a treaty.
    case treaty
    case short, unit, cited, article

    /// What a line with the key says something of.
    enum Scope: Hashable {
        case none, topic, acronym, treaty
    }

    /// The key that a person wrote, in any case, also with a plural s.
    init?(written: String) {
        let word = written.lowercased()
        guard let key = Self(rawValue: word) ?? (word.hasSuffix("s") ? Self(rawValue: String(word.dropLast())) : nil) else {
            return nil
        }
        self = key
    }

    /// `name` says something of a topic or of a treaty.
    var scopes: Set<Scope> {
        switch self {
        case .topic, .treaty: [.none]
        case .name: [.topic, .treaty]
        case .label, .exact, .hidden, .code, .broader, .related, .provision, .kicker, .off, .on, .acronym: [.topic]
        case .expansion, .rival, .cue, .against, .standard: [.acronym]
        case .short, .unit, .cited, .article: [.treaty]
        }
    }

    /// Whether a language may stand after the key.
    var takesLanguage: Bool {
        switch self {
        case .name, .label, .exact, .hidden: true
        case .topic, .code, .broader, .related, .provision, .kicker, .off, .on, .acronym, .expansion, .rival, .cue, .against,
            .standard, .treaty, .short, .unit, .cited, .article:
            false
        }
    }

    /// Whether `|` parts several values.
    var takesList: Bool {
        switch self {
        case .label, .exact, .hidden, .related, .provision, .kicker, .off, .on, .rival, .cue, .against, .cited: true
        case .topic, .name, .code, .broader, .acronym, .expansion, .standard, .treaty, .short, .unit, .article: false
        }
    }

    /// Whether its values are names without blanks, so that a comma parts them too.
    var takesIDs: Bool { self == .related || self == .provision }

    /// Whether a line with the key begins a part of the file.
    var isHead: Bool { self == .topic || self == .treaty }
}
