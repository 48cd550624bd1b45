import Articles

/// What of the configuration the state goes by.
public struct ReaderSettings: Hashable, Sendable {
    /// How long the first key of several waits before what may follow is shown, in milliseconds.
    public var popupDelay: Int64 = 400
    public var dates = DateStyle.iso
    /// The most columns of text; nothing for what the last run left.
    public var measure: Int?
    /// Nothing for what the last run left.
    public var showsPossible: Bool?
    public var isMouseOn = true
    /// Where keys and themes are changed, as the screens name it; empty for nowhere.
    public var file = ""

    /// What is wrong with the configuration, for the status line; empty for nothing.
    public var notice = ""

    public init() {}
}

/// How lists and the heads of articles write dates; each takes ten columns.
public enum DateStyle: String, Hashable, Sendable, CaseIterable {
    case iso
    case dayFirst = "day-first"
    case monthFirst = "month-first"

    /// The date without its time, as precise as it is known.
    public func words(_ date: ArticleDate) -> String {
        let iso = date.withoutTime.description
        let parts = iso.split(separator: "-").map(String.init)
        switch self {
        case .iso: return iso
        case .dayFirst: return parts.reversed().joined(separator: ".")
        case .monthFirst: return parts.count == 3 ? "\(parts[1])/\(parts[2])/\(parts[0])" : parts.reversed().joined(separator: "/")
        }
    }
}
