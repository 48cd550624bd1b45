import Articles
import GRDB
import Search

/// Orders of passages. An index holds all that is asked of each passage; of articles, only those that have passages are read,
/// each once. The rest is counting, which is quicker here than sorting rows of joined tables.
extension Database {
    func passageOrder(_ grouping: PassageList.Grouping, _ condition: PassageCondition, limit: Int?) throws -> PassageOrder {
        switch grouping {
        case .none, .date: try newestFirst(condition, byMonth: grouping == .date, limit: limit)
        case .article: try byArticle(condition).order(limit: limit)
        case .tag: try byTag(condition).order(limit: limit)
        case .topic: try byTopic(condition).order(limit: limit)
        }
    }

    private func newestFirst(_ condition: PassageCondition, byMonth: Bool, limit: Int?) throws -> PassageOrder {
        var order = PassageOrder()
        var day: Int64?
        try eachPassage(condition, limit: limit) { columns in
            if byMonth {
                // The calendar is asked once for each day.
                let (created, time) = columns.int64(4).quotientAndRemainder(dividingBy: 86_400)
                let own = time < 0 ? created - 1 : created
                if own != day {
                    day = own
                    let month = Self.month(of: columns.int64(4))
                    if order.groups.last?.name != month { order.groups.append(PassageOrder.Group(name: month)) }
                }
            }
            order.entries.append(PassageOrder.Entry(number: columns.int64(0), group: Int32(max(0, order.groups.count - 1))))
        }
        return order
    }

    /// `2026-11`.
    private static func month(of timestamp: Int64) -> String { String(ArticleDate(timestamp: timestamp).withoutTime.description.prefix(7)) }

    /// Number, article, place and time of each passage, the newest first.
    private func eachPassage(_ condition: PassageCondition, limit: Int? = nil, _ body: (Columns) throws -> Void) throws {
        let sql = condition.sql
        // The article is only looked up where it is asked for.
        let join = sql.sql.contains("a.") ? " JOIN article a ON a.id = p.article" : ""
        let most = limit ?? .max
        var count = 0
        guard most > 0 else { return }
        try eachUntil(
            """
            SELECT p.id, p.article, p.start, p."end", p.created FROM passage p\(join)
            WHERE p.removed = 0 AND \(sql.sql) ORDER BY p.created DESC, p.id DESC
            """, sql.values
        ) { columns in
            guard condition.among.allSatisfy({ $0.contains(columns.int64(0)) }) else { return true }
            try body(columns)
            count += 1
            return count < most
        }
    }

    private func passagePlaces(_ condition: PassageCondition) throws -> [PassagePlace] {
        var places: [PassagePlace] = []
        try eachPassage(condition) { columns in
            places.append(
                PassagePlace(
                    number: columns.int64(0), article: columns.int64(1), start: columns.optionalInt64(2) ?? .max, end: columns.int64(3)))
        }
        return places
    }

    // MARK: Groups

    private func byArticle(_ condition: PassageCondition) throws -> PassageGroups {
        let places = try passagePlaces(condition)
        var articles: [(id: Int64, key: Int64, title: String)] = []
        try eachArticle(of: places, "a.sort_key, a.title") { articles.append(($0.int64(0), $0.int64(1), $0.text(2))) }
        articles.sort { ($1.key, $0.id) < ($0.key, $1.id) }
        let ranks = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.id, $0) })
        var groups = PassageGroups(places, names: articles.map(\.title)) { place, add in
            if let rank = ranks[place.article] { add(rank) }
        }
        groups.sortByPlace()
        return groups
    }

    private func byTag(_ condition: PassageCondition) throws -> PassageGroups {
        let places = try passagePlaces(condition)
        var names: [String?] = []
        var ranks: [Int64: Int] = [:]
        try each("SELECT id, name FROM tag ORDER BY key, name") { columns in
            ranks[columns.int64(0)] = names.count
            names.append(columns.text(1))
        }
        var tagged: [(passage: Int64, rank: Int)] = []
        try each("SELECT passage, tag FROM passage_tag ORDER BY passage, tag") { columns in
            if let rank = ranks[columns.int64(1)] { tagged.append((columns.int64(0), rank)) }
        }
        let none = names.count
        return PassageGroups(places, names: names + [nil]) { place, add in
            var index = tagged.firstIndex(atOrAfter: place.number)
            guard index < tagged.count, tagged[index].passage == place.number else { return add(none) }
            while index < tagged.count, tagged[index].passage == place.number {
                add(tagged[index].rank)
                index += 1
            }
        }
    }

    private func byTopic(_ condition: PassageCondition) throws -> PassageGroups {
        let places = try passagePlaces(condition)
        // Most articles share their topics with others.
        var lists: [String: Int] = [:]
        var listed: [Int64: Int] = [:]
        try eachArticle(of: places, "a.topics") { columns in
            guard let topics = columns.optionalText(1), !topics.isEmpty else { return }
            listed[columns.int64(0)] = lists[topics] ?? lists.count
            if lists[topics] == nil { lists[topics] = lists.count }
        }
        let topics = Set(lists.keys.flatMap { TextList.split($0) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let ranks = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1, $0) })
        var members: [[Int]] = Array(repeating: [], count: lists.count)
        for (text, list) in lists { members[list] = TextList.split(text).compactMap { ranks[$0] } }
        return PassageGroups(places, names: topics + [nil]) { place, add in
            guard let list = listed[place.article] else { return add(topics.count) }
            for rank in members[list] { add(rank) }
        }
    }

    /// The articles of the passages, each once: its row, and `columns` of it.
    private func eachArticle(of places: [PassagePlace], _ columns: String, _ body: (Columns) throws -> Void) throws {
        let ids = Set(places.lazy.map(\.article)).sorted()
        try each(
            "SELECT a.id, \(columns) FROM json_each(?) j CROSS JOIN article a ON a.id = j.value",
            ["[" + ids.map(String.init).joined(separator: ",") + "]"], body)
    }
}

/// What an order asks of a passage.
struct PassagePlace {
    var number: Int64
    var article: Int64
    /// Behind all others where the words are gone.
    var start: Int64
    var end: Int64
}

/// Passages under what they stand under, by counting: linear in both.
struct PassageGroups {
    private let places: [PassagePlace]
    private let names: [String?]
    /// Where the members of each group begin among all; one more for where they end.
    private var starts: [Int]
    /// Places by their index, group after group, each in the order of the places.
    private var members: [Int32]

    /// `groups` tells the groups of a place, by their index among `names`. It is asked twice for each.
    init(_ places: [PassagePlace], names: [String?], groups: (_ place: PassagePlace, _ add: (Int) -> Void) -> Void) {
        self.places = places
        self.names = names
        var starts = [Int](repeating: 0, count: names.count + 1)
        for place in places { groups(place) { starts[$0 + 1] += 1 } }
        for group in names.indices { starts[group + 1] += starts[group] }
        var next = starts
        var members = [Int32](repeating: 0, count: starts[names.count])
        for (index, place) in places.enumerated() {
            groups(place) { group in
                members[next[group]] = Int32(index)
                next[group] += 1
            }
        }
        self.starts = starts
        self.members = members
    }

    /// Puts each group in the order of the text.
    mutating func sortByPlace() {
        for group in names.indices {
            members[starts[group]..<starts[group + 1]].sort { left, right in
                let (left, right) = (places[Int(left)], places[Int(right)])
                return (left.start, left.end, left.number) < (right.start, right.end, right.number)
            }
        }
    }

    /// Those groups that hold any.
    func order(limit: Int?) -> PassageOrder {
        var order = PassageOrder()
        let count = min(limit ?? members.count, members.count)
        order.entries.reserveCapacity(count)
        for group in names.indices where starts[group] < min(starts[group + 1], count) {
            let number = Int32(order.groups.count)
            order.groups.append(PassageOrder.Group(name: names[group]))
            for member in members[starts[group]..<min(starts[group + 1], count)] {
                order.entries.append(PassageOrder.Entry(number: places[Int(member)].number, group: number))
            }
        }
        return order
    }
}

extension [(passage: Int64, rank: Int)] {
    /// In an order by passage.
    fileprivate func firstIndex(atOrAfter passage: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].passage < passage { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
