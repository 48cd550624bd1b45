import Articles
import Formats

/// What a feed says of itself, as it is being read.
struct RawFeedHead {
    var kind: FeedHead.Kind?
    var hasRSSRoot = false
    var title: FeedValue?
    var summary: FeedValue?
    var id: String?
    var links: [FeedEntry.Link] = []
    var language: String?
    var people: [FeedEntry.Person] = []
    var updated: String?
    private var minutes: Int?
    private var period: String?
    private var frequency: Int?
    private var quietHours: Set<Int> = []
    private var quietDays: Set<Int> = []
    private var newURL: String?
    var isComplete = false

    private static let listLimit = 50

    mutating func begin(_ element: XMLElement, isAtom: Bool, base: String?, language: String?) {
        if kind == nil { kind = isAtom ? .atom : hasRSSRoot || element.attribute("href") == nil ? .rss : .cdf }
        self.language = self.language ?? language
        // CDF.
        if let address = element.attribute("href") { links.append(.init(address: FeedAddress.resolve(address, against: base))) }
    }

    mutating func take(_ field: FeedField, base: String?) {
        switch field.word {
        case .title: if title == nil || field.vocabulary == .core && title?.isBlank == true { title = field.value }
        case .summary: if summary == nil { summary = field.value }
        case .id: if field.vocabulary == .core { id = id ?? field.text }
        case .link: if links.count < Self.listLimit, let link = field.link(base) { links.append(link) }
        case .person(let role):
            if people.count < Self.listLimit, role != .contributor { people.append(field.whole(role)) }
        case .language: if !field.text.isEmpty { language = field.text }
        case .published: if updated == nil { updated = field.text }
        case .updated: if !field.text.isEmpty { updated = field.text }
        case .minutes: minutes = Int(field.text)
        case .period: period = field.text.lowercased()
        case .frequency: frequency = Int(field.text)
        case .quietHours: if let hour = Int(field.text), (0...24).contains(hour) { quietHours.insert(hour % 24) }
        case .quietDay: if let day = Self.days[field.text.lowercased()] { quietDays.insert(day) }
        case .newURL: newURL = FeedAddress.web(FeedAddress.resolve(field.text, against: base))
        case .complete: isComplete = field.text.lowercased() == "yes"
        case .feed, .entry, .image, .source, .category, .content, .fullText, .keywords, .group, .other: break
        }
    }

    private static let days = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]

    /// Where relative addresses count from, where nothing else says so.
    var base: String? { address("self") ?? address("alternate") }

    func address(_ relation: String) -> String? {
        links.lazy.filter { $0.relation == relation }.compactMap { FeedAddress.web($0.address) }.first
    }

    func finished(limits: FormatLimits) -> FeedHead {
        var head = FeedHead(kind: kind ?? .rss)
        head.title = title.flatMap { EntryText.line($0, limits) }
        head.summary = summary.flatMap { EntryText.line($0, limits) }
        head.id = id.map { EntryText.field($0, limits) }
        head.siteURL = address("alternate")
        head.selfURL = address("self")
        head.newURL = newURL
        head.nextURL = address("next") ?? address("prev-archive")
        head.hubs = links.filter { $0.relation == "hub" }.compactMap { FeedAddress.web($0.address) }
        head.language = language.flatMap { LanguageTag.normalised($0) }
        head.bylines = FeedPeople.names(people, limits)
        head.updated = updated.flatMap { FeedDate.date($0) }
        head.minutesBetween = minutesBetween
        head.quietHours = quietHours
        head.quietDays = quietDays
        head.isComplete = isComplete
        return head
    }

    private var minutesBetween: Int? {
        if let minutes, minutes > 0 { return min(minutes, 60 * 24 * 366) }
        guard let period else { return nil }
        let whole: Int? =
            switch period {
            case "hourly": 60
            case "daily": 60 * 24
            case "weekly": 60 * 24 * 7
            case "monthly": 60 * 24 * 30
            case "yearly": 60 * 24 * 365
            default: nil
            }
        return whole.map { max(1, $0 / min(max(frequency ?? 1, 1), 1_000)) }
    }
}
